/** The hash tables of reading: whatever is asked of them, they answer as a Map would. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_HASH, extendHash, extendHashBy, hashText } from '../../src/extract/hashing.js';
import { packTerm, roundedTerm, unpackLexicon } from '../../src/extract/knowledge.js';
import { NO_FACTS, type TermFacts } from '../../src/extract/lexicon.js';
import { RunMemory } from '../../src/extract/run-memory.js';

describe('hashes', () => {
  it('grow with their text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(extendHash(hashText(a), b)).toBe(hashText(a + b));
        expect(extendHashBy(hashText(a), 0x61)).toBe(hashText(`${a}a`));
      }),
    );
    expect(hashText('')).toBe(EMPTY_HASH);
  });
});

const facts = fc.record<TermFacts>({
  papers: fc.nat(9_000),
  titles: fc.nat(50),
  definitions: fc.nat(50),
  free: fc.nat(100).map((n) => n / 100),
  capital: fc.nat(100).map((n) => n / 100),
  seen: fc.nat(9),
  marked: fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.nat(3)),
});
const key = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\t\n]/g, ''));

describe('the table of terms', () => {
  it('answers as a Map of the same terms', () => {
    fc.assert(
      fc.property(fc.dictionary(key, facts, { noNullPrototype: true }), fc.array(key), (terms, others) => {
        const map = new Map(Object.entries(terms));
        const { terms: table } = unpackLexicon([...map].map(([term, f]) => `${packTerm(term, f)}\n`).join(''), '', '');
        for (const term of [...map.keys(), ...others]) {
          const expected = map.get(term);
          expect(table.get(term)).toEqual(expected === undefined ? undefined : roundedTerm(expected));
          expect(table.get(term, hashText(term))).toBe(table.get(term));
          expect(table.has(term)).toBe(expected !== undefined);
        }
      }),
    );
  });

  it('knows a term from the beginning of another', () => {
    const table = unpackLexicon(
      `${packTerm('llama2', NO_FACTS)}\n${packTerm('llama', { ...NO_FACTS, papers: 7 })}\n`,
      '',
      '',
    ).terms;
    expect(table.get('llam')).toBeUndefined();
    expect(table.get('llama')?.papers).toBe(7);
    expect(table.get('llama2')?.papers).toBe(0);
    expect(table.get('')).toBeUndefined();
  });
});

describe('the memory of runs', () => {
  const ask = (memory: RunMemory<number>, run: string): number | undefined =>
    memory.get(`…${run}…`, 1, 1 + run.length, hashText(run));

  it('gives what was remembered, or nothing', () => {
    const memory = new RunMemory<number>();
    // More than it keeps: it may forget, but never mistakes one run for another.
    for (let i = 0; i < 100_000; i++) {
      if (ask(memory, `run${i}`) !== undefined) expect.fail(`run${i} was never remembered`);
      memory.set(`run${i}`, i);
      if (ask(memory, `run${i}`) !== i) expect.fail(`run${i} was forgotten at once`);
    }
    for (let i = 0; i < 100_000; i++) {
      const known = ask(memory, `run${i}`);
      if (known !== undefined && known !== i) expect.fail(`run${i} was mistaken for run${known}`);
    }
    expect(ask(memory, 'run99999')).toBe(99_999);
  });
});
