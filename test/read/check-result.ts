/** What holds whatever was read: papers are clean and whole, offsets lie in their texts, faults say where, what and what to do. */
import assert from 'node:assert/strict';
import { FaultSchema, paperText, SourcePaperSchema } from '../../src/model/index.js';
import { cleanText } from '../../src/read/index.js';
import type { Result } from './support.js';

export function checkResult({ papers, faults, items }: Result): void {
  for (const item of items) {
    if (item.kind !== 'record') continue;
    const { paper, entities, relations } = item.record;
    const text = paperText(paper);
    for (const { name, spans, evidence } of entities) {
      for (const [start, end] of evidence ? [...spans, evidence] : spans) {
        assert.ok(start < end && end <= text.length, `${name}: ${start} to ${end}`);
      }
    }
    for (const { evidence, span } of relations) assert.equal(text.slice(...span), evidence);
  }
  for (const paper of papers) {
    SourcePaperSchema.parse(paper);
    assert.equal(cleanText(paper.abstract), paper.abstract);
    assert.equal(cleanText(paper.title ?? ''), paper.title ?? '');
  }
  for (const fault of faults) {
    FaultSchema.parse(fault);
    assert.match(fault.message, /: /);
    assert.ok(fault.message.length < 1_000, `a message of ${fault.message.length} signs`);
  }
}
