/** `curation.yaml` from text: what is read, and how each mistake is placed and put. */
import { describe, expect, it } from 'vitest';
import { parseCuration } from '../../src/curation/parse.js';
import { CurationError } from '../../src/model/index.js';

const parse = (text: string) => parseCuration(text, 'curation.yaml');

function fault(text: string): CurationError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof CurationError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('what is read', () => {
  it('is each kind of edit, with its place', () => {
    const text = `# mine
version: 1
edits:
  - merge: KV cache
    into: key-value cache
  - { split: RL, from: reinforcement learning } # another RL
  - rename: grpo
    to: GRPO
  - retype: GRPO
    to: Technique

  - reject: BUILDS_ON
    from: "3"
    to: PPO
`;
    const { edits, places } = parse(text);
    expect(edits).toEqual([
      { merge: 'KV cache', into: 'key-value cache' },
      { split: 'RL', from: 'reinforcement learning' },
      { rename: 'grpo', to: 'GRPO' },
      { retype: 'GRPO', to: 'Technique' },
      { reject: 'BUILDS_ON', from: '3', to: 'PPO' },
    ]);
    expect(places.map(({ line }) => line)).toEqual([4, 6, 7, 9, 12]);
    expect(places[1]).toEqual({ line: 6, column: 5 });
  });

  it.each(['', '# only a comment\n', 'version: 1\n', 'version: 1\nedits:\n', 'version: 1\nedits: []\n'])(
    'is no edit in %j',
    (text) => expect(parse(text).edits).toEqual([]),
  );
});

describe('a mistake is placed, and the remedy told', () => {
  const list = (edit: string) => `version: 1\nedits:\n  - ${edit}\n`;
  const bomb = `version: 1
edits:
  - &a { rename: &n x, to: *n }
  - &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
  - &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]
  - &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]
`;
  const cases: [string, string, number, number, RegExp][] = [
    ['YAML that is none', 'version: 1\nedits:\n  - merge: [a\n', 4, 1, /correct the YAML/],
    ['a tab', 'version: 1\nedits:\n\t- merge: a\n', 3, 1, /YAML/],
    ['a key given twice', list('{ merge: a, merge: b, into: c }'), 3, 17, /unique/],
    [
      'a second document',
      'version: 1\n---\nversion: 1\n',
      2,
      1,
      /second document begins here: put all edits into one list/,
    ],
    ['a list at the top', '- merge: a\n  into: b\n', 1, 1, /version: 1/],
    ['an unknown key at the top', 'version: 1\nedit:\n', 2, 1, /"edits"/],
    ['no version', 'edits:\n  - merge: a\n    into: b\n', 1, 1, /version: 1/],
    ['a later version', 'version: 2\nedits:\n', 1, 10, /version: 1/],
    ['edits that are no list', 'version: 1\nedits:\n  merge: a\n', 3, 3, /hyphen/],
    ['an edit that is a word', list('merge'), 3, 5, /merge, split, rename, retype, reject/],
    ['an unknown kind', list('{ join: a, into: b }'), 3, 7, /merge, split, rename, retype, reject/],
    ['two kinds at once', list('{ merge: a, rename: b, to: c }'), 3, 17, /merge and rename/],
    ['an unknown key', list('{ merge: a, into: b, why: c }'), 3, 26, /"why".*\{ merge: KV cache/],
    ['a misspelt key', list('{ merge: a, onto: b }'), 3, 17, /"onto"/],
    ['a missing key', list('merge: a'), 3, 5, /"into" is missing.*\{ merge/],
    ['a wrong label', list('{ retype: a, to: Method }'), 3, 22, /Concept, Benchmark, Model, Technique/],
    ['a wrong type of edge', list('{ reject: BUILD_ON, from: a, to: b }'), 3, 15, /BUILDS_ON/],
    ['a number for a name', list('{ rename: 3, to: b }'), 3, 15, /quotes/],
    [
      'a name of which nothing is seen',
      list('{ rename: b, to: " " }'),
      3,
      22,
      /to is to be a name: something to be seen/,
    ],
    ['an empty name', list('{ rename: "", to: b }'), 3, 15, /a name/],
    ['aliases that unfold without end', bomb, 3, 3, /alias/],
  ];
  it.each(cases)('%s', (_, text, line, column, remedy) => {
    const error = fault(text);
    expect({ line: error.line, column: error.column, message: error.message }).toMatchObject({
      line,
      column,
      message: expect.stringMatching(remedy),
    });
    expect(error.message).toContain(`curation.yaml:${line}:${column}: `);
    expect(error.code).toBe('bad-curation');
  });

  it('a file of more than ten megabytes', () => {
    expect(fault(`# ${'x'.repeat(10_000_000)}`).code).toBe('too-large');
  });
});
