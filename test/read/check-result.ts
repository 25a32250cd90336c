/** What holds whatever was read: papers are clean and whole, faults say where, what and what to do. */
import assert from 'node:assert/strict';
import { FaultSchema, SourcePaperSchema } from '../../src/model/index.js';
import { cleanText } from '../../src/read/index.js';
import type { Result } from './support.js';

export function checkResult({ papers, faults }: Result): void {
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
