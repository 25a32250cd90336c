/** Adding an edit to `curation.yaml` and taking one away: all other lines stay as they were. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendEdit, removeEdit } from '../../src/curation/index.js';
import { parseCuration } from '../../src/curation/parse.js';
import { type CurationEdit, CurationEditSchema, EDGE_TYPES, ENTITY_TYPES } from '../../src/model/index.js';

const MERGE: CurationEdit = { merge: 'KV cache', into: 'key-value cache' };
const editsOf = (text: string) => parseCuration(text, '').edits;

describe('the lines around a new edit stay', () => {
  const cases: [string, string][] = [
    [
      'an odd indentation and comments',
      `# head\nversion:   1   # one\nedits:\n# first\n- rename: 'a'   # why\n  to:   "b"\n`,
    ],
    [
      'a deep list',
      `version: 1\nedits:\n      - { rename: a, to: b }\n\n      # and\n      - merge: c\n        into: d # so\n# end\n`,
    ],
    ['no line break at the end', `version: 1\nedits:\n  - rename: a\n    to: b`],
    ['the list before the version', `edits:\n  - rename: a\n    to: b\n\nversion: 1\n`],
    ['line breaks of Windows', `version: 1\r\nedits:\r\n  - rename: a\r\n    to: b\r\n`],
    ['an empty list with a comment', `version: 1\nedits: # none yet\n# end\n`],
    ['a name over two lines', `version: 1\nedits:\n  - rename: >-\n      a\n      b\n    to: c\n`],
  ];
  it.each(cases)('%s', (_, text) => {
    const longer = appendEdit(text, MERGE);
    expect(editsOf(longer)).toEqual([...editsOf(text), MERGE]);
    const lines = longer.split(/\r?\n/);
    const kept = text.split(/\r?\n/).filter((line) => line !== '');
    expect(lines.filter((line) => kept.includes(line))).toEqual(kept);
    const shorter = removeEdit(longer, editsOf(text).length);
    expect(shorter.trimEnd()).toBe(text.trimEnd());
  });

  it('a list in brackets is written anew, with its comments', () => {
    const longer = appendEdit('# mine\nversion: 1\nedits: [{ rename: a, to: b }] # short\n', MERGE);
    expect(editsOf(longer)).toEqual([{ rename: 'a', to: 'b' }, MERGE]);
    expect(longer).toContain('# mine');
    expect(longer).toContain('# short');
    expect(editsOf(removeEdit(longer, 1))).toEqual([{ rename: 'a', to: 'b' }]);
    const other = removeEdit(longer, 0);
    expect(editsOf(other)).toEqual([MERGE]);
    expect(other).toContain('# mine');
  });
});

describe('the lines around an edit that is taken back stay', () => {
  const A = '  - rename: a # why a\n    to: b\n';
  const B = `  - merge: 'c'\n    into: >-\n      d\n      e\n`;
  const C = '  - { split: f, from: g } # so\n';
  const D = '  - rename: a\n    to: b\n';
  const file = (...edits: string[]) =>
    `# mine\nversion:   1\nedits: # all\n  # of A\n${edits[0]}\n  # of B\n\n${edits[1]}# of C\n${edits[2]}\n      # of D\n${edits[3]}# end\n`;
  const all = [A, B, C, D];

  it.each([0, 1, 2, 3])('number %i', (index) => {
    const text = file(...all);
    const without = removeEdit(text, index);
    expect(without).toBe(file(...all.map((edit, place) => (place === index ? '' : edit))));
    // Two edits say the same: it is the place that counts.
    expect(editsOf(without)).toEqual(editsOf(text).filter((_, place) => place !== index));
  });

  it('with line breaks of Windows', () => {
    const text = file(...all).replaceAll('\n', '\r\n');
    expect(removeEdit(text, 1)).toBe(file(A, '', C, D).replaceAll('\n', '\r\n'));
  });

  it('what a later edit repeats of it is written out', () => {
    const text = '# mine\nversion: 1\nedits:\n  - rename: &name a\n    to: b\n  - rename: c\n    to: *name\n';
    const without = removeEdit(text, 0);
    expect(editsOf(without)).toEqual([{ rename: 'c', to: 'a' }]);
    expect(without).toContain('# mine');
  });
});

it('a new file says what it is', () => {
  expect(
    appendEdit(undefined, MERGE),
  ).toBe(`# What was decided about this graph by hand; each build applies it in this order. See docs/curation.md.
version: 1
edits:
  - merge: KV cache
    into: key-value cache
`);
});

it.each(['~', 'null\n', '# to do\n--- ~ # nothing\n'])('a file that says null takes an edit (%j)', (text) => {
  expect(editsOf(appendEdit(text, MERGE))).toEqual([MERGE]);
});

it('a file of comments alone takes an edit', () => {
  const text = appendEdit('# to do\n', MERGE);
  expect(editsOf(text)).toEqual([MERGE]);
  expect(text).toContain('# to do');
});

describe('any edits', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.constantFrom('yes', 'null', '1.5', '- x', '# x', 'a: b', '"', "'", ' x ', 'x\ny', '&a', '*a', '0x1', '~', 'C#'),
  );
  const edit: fc.Arbitrary<CurationEdit> = fc.oneof(
    fc.record({ merge: name, into: name }),
    fc.record({ split: name, from: name }),
    fc.record({
      rename: name,
      to: name.filter((text) => CurationEditSchema.safeParse({ rename: 'a', to: text }).success),
    }),
    fc.record({ retype: name, to: fc.constantFrom(...ENTITY_TYPES) }),
    fc.record({ reject: fc.constantFrom(...EDGE_TYPES), from: name, to: name }),
  );
  it('come back as they went in, one after the other', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        const texts: string[] = [];
        let text: string | undefined;
        for (const [index, next] of edits.entries()) {
          text = appendEdit(text, next);
          texts.push(text);
          expect(editsOf(text)).toEqual(edits.slice(0, index + 1));
        }
        for (const earlier of texts.slice(0, -1).reverse()) {
          text = removeEdit(text ?? '', editsOf(text ?? '').length - 1);
          expect(text).toBe(earlier);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are as if one had never been there when it is taken back', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.nat(), (edits, number) => {
        const index = number % edits.length;
        const write = (some: readonly CurationEdit[]) => some.reduce<string | undefined>(appendEdit, undefined) ?? '';
        const left = edits.filter((_, place) => place !== index);
        const without = removeEdit(write(edits), index);
        expect(editsOf(without)).toEqual(left);
        if (left.length > 0) expect(without).toBe(write(left));
      }),
      { numRuns: 300 },
    );
  });
});
