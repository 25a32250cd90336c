/** `curation.yaml` on anything: it is read, or refused with a place in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEdit } from '../../src/curation/index.js';
import { EDGE_TYPES, ENTITY_TYPES } from '../../src/model/index.js';
import { runs } from '../support/effort.js';
import { checkChange, reads } from './check-file.js';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const edit = fc.oneof(
  fc.record({ merge: name, into: name }),
  fc.record({ split: name, from: name }),
  fc.record({ rename: name, to: name }),
  fc.record({ retype: name, to: fc.constantFrom(...ENTITY_TYPES) }),
  fc.record({ reject: fc.constantFrom(...EDGE_TYPES), from: name, to: name }),
);
const PIECES = [
  'version: 1\n', 'edits:\n', 'edits: [', '- ', '  - merge: a\n', '    into: b\n', '{ rename: a, to: b }', '&a ', '*a', '<<: *a\n',
  '!!binary ', '? ', ': ', '- - - ', '[', ']', '{', '}', '"', "'", '|\n', '>-\n', '#', '---\n', '...\n', '%YAML 1.2\n', '\t', '\0', '😀',
]; // biome-ignore format: a table
const soup = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 40 })
  .map((all) => all.join(''));

describe('a file of anything', () => {
  it('is read or refused at a line and column', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          soup.map((text) => `version: 1\nedits:\n${text}`),
        ),
        (text) => void reads(text),
      ),
      runs(300),
    );
  });

  it('that can be read takes an edit, which can be taken back', () => {
    fc.assert(
      fc.property(
        soup.map((text) => `version: 1\nedits:\n${text}`),
        edit,
        (text, added) => {
          if (reads(text)) checkChange(text, added);
        },
      ),
      runs(100),
    );
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['hyphens', '- '.repeat(20_000)],
    ['braces', '{a: '.repeat(20_000)],
    ['tags', '!'.repeat(100_000)],
    ['quotes', '"'.repeat(20_000)],
    ['anchors', Array.from({ length: 5_000 }, (_, i) => `- &a${i} x`).join('\n')],
    [
      'laughs',
      Array.from({ length: 30 }, (_, i) => `- &a${i} [${i > 0 ? `*a${i - 1}, *a${i - 1}, *a${i - 1}` : 'ha'}]`).join(
        '\n',
      ),
    ],
  ])('of nothing but %s comes to an end', (_, text) => {
    reads(text);
    reads(`version: 1\nedits:\n${text}\n`);
  });
});

it('any value is an edit, or it is said why not', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        edit,
        fc.anything(),
        fc.dictionary(
          fc.constantFrom('merge', 'into', 'split', 'from', 'rename', 'to', 'retype', 'reject', '__proto__'),
          fc.anything(),
        ),
      ),
      (value) => {
        const checked = checkEdit(value);
        expect('edit' in checked || checked.message.length > 0).toBe(true);
      },
    ),
    runs(300),
  );
});
