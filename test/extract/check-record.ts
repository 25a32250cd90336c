/** What holds of every record, whatever the extractor and the text. */
import { expect } from 'vitest';
import { type ExtractionRecord, ExtractionRecordSchema, paperText } from '../../src/model/index.js';

/** Everything that section 2 of the contracts promises of a record. */
export function checkRecord(record: ExtractionRecord): void {
  ExtractionRecordSchema.parse(record);
  const text = paperText(record.paper);
  const names = record.entities.map((e) => e.name);
  expect(new Set(names).size).toBe(names.length);
  for (const entity of record.entities) {
    expect(new Set(entity.surfaces)).toEqual(new Set(entity.spans.map(([a, b]) => text.slice(a, b))));
    let at = 0;
    for (const [start, end] of entity.spans) {
      expect(start).toBeGreaterThanOrEqual(at);
      expect(end).toBeGreaterThan(start);
      at = end;
    }
    const [from, to] = entity.evidence ?? [0, 0];
    expect(to).toBeGreaterThan(from);
    expect(entity.spans.some(([a, b]) => a >= from && b <= to)).toBe(true);
  }
  for (const relation of record.relations) {
    expect(names).toContain(relation.from);
    expect(names).toContain(relation.to);
    expect(relation.from).not.toBe(relation.to);
    expect(text.slice(...relation.span)).toBe(relation.evidence);
  }
}

/** Words that make text which looks like an abstract, and some that no abstract should hold. */
export const WORDS =
  'We propose introduce FooBar BarNet GPT-4 (LLM) large language model models extends outperforms GRPO on ImageNet , . : ( ) - it is based $x_1$ consists of attention \\alpha 3.5% and e.g. "quoted" we\'s 🙂 変換器'.split(
    ' ',
  );
