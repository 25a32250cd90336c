/** What holds of every record, whatever the extractor and the text. */
import assert from 'node:assert/strict';
import { type ExtractionRecord, ExtractionRecordSchema, paperText } from '../../src/model/index.js';

/** Everything that section 2 of the contracts promises of a record. */
export function checkRecord(record: ExtractionRecord): void {
  ExtractionRecordSchema.parse(record);
  const text = paperText(record.paper);
  const names = record.entities.map((e) => e.name);
  assert.equal(new Set(names).size, names.length);
  for (const entity of record.entities) {
    assert.deepEqual(new Set(entity.surfaces), new Set(entity.spans.map(([a, b]) => text.slice(a, b))));
    let at = 0;
    for (const [start, end] of entity.spans) {
      assert.ok(start >= at && end > start, `${start} to ${end} after ${at}`);
      at = end;
    }
    const [from, to] = entity.evidence ?? [0, 0];
    assert.ok(to > from && entity.spans.some(([a, b]) => a >= from && b <= to), `evidence of ${entity.name}`);
  }
  for (const relation of record.relations) {
    assert.ok(names.includes(relation.from) && names.includes(relation.to), 'a relation of what is no entity');
    assert.notEqual(relation.from, relation.to);
    assert.equal(text.slice(...relation.span), relation.evidence);
  }
}

/** Words that make text which looks like an abstract, and some that no abstract should hold. */
export const WORDS =
  'We propose introduce FooBar BarNet GPT-4 (LLM) large language model models extends outperforms GRPO on ImageNet , . : ( ) - it is based $x_1$ consists of attention \\alpha 3.5% and e.g. "quoted" we\'s 🙂 変換器'.split(
    ' ',
  );
