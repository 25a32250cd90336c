/** What holds of any text as `curation.yaml`. */
import assert from 'node:assert/strict';
import { appendEdit, removeEdit } from '../../src/curation/index.js';
import { parseCuration } from '../../src/curation/parse.js';
import { type CurationEdit, CurationError } from '../../src/model/index.js';

/** It is read, or refused at a line and column. @returns whether it could be read */
export function reads(text: string): boolean {
  try {
    parseCuration(text, 'curation.yaml');
    return true;
  } catch (error) {
    if (!(error instanceof CurationError)) throw error;
    const { line = 0, column = 0 } = error;
    assert.ok(line > 0 && line <= text.split('\n').length + 1 && column > 0, `refused at ${line}:${column}`);
    return false;
  }
}

/** What can be read takes an edit, and each of its edits can be taken back. */
export function checkChange(text: string, added: CurationEdit): void {
  const { edits } = parseCuration(text, '');
  const longer = appendEdit(text, added);
  assert.deepEqual(parseCuration(longer, '').edits, [...edits, { ...added }]);
  for (let index = 0; index <= edits.length; index++) {
    const left = [...edits, { ...added }].filter((_, place) => place !== index);
    assert.deepEqual(parseCuration(removeEdit(longer, index), '').edits, left);
  }
}
