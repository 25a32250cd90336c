/** One extraction record: taken over as it is, after a check that its offsets fit its text. */
import { ExtractionRecordSchema, paperText, type Span } from '../model/index.js';
import { type ReadItem, refuse } from './item.js';

export function extractionRecord(object: unknown, file: string, line: number): ReadItem {
  const parsed = ExtractionRecordSchema.safeParse(object);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const message = `extraction record: ${issue?.path.join('.') || '?'}: ${issue?.message ?? 'invalid'}: extract the paper again`;
    return refuse('bad-record', message, file, line);
  }
  const record = parsed.data;
  const text = paperText(record.paper);
  const cut = ([start, end]: Span) => text.slice(start, end);
  const names = new Set(record.entities.map((entity) => entity.name));
  const isWithin = ([start, end]: Span) => start < end && end <= text.length;
  const wrong =
    record.entities.find((entity) => entity.spans.some((span) => !entity.surfaces.includes(cut(span))))?.name ??
    record.entities.find(({ evidence }) => evidence && !isWithin(evidence))?.name ??
    record.relations.find(({ evidence, span }) => cut(span) !== evidence)?.evidence ??
    record.relations.find(({ from, to }) => !names.has(from) || !names.has(to))?.from;
  if (wrong !== undefined) {
    const message = `extraction record of ${record.paper.id}: the offsets or names of "${wrong.slice(0, 60)}" do not fit its text: extract the paper again`;
    return refuse('bad-record', message, file, line);
  }
  return { kind: 'record', record, source: { file, line } };
}
