/** Folding for the measure must be the judge's to the letter, or a figure moves without anything having changed. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abstractKey, judgeFold } from '../../src/eval/judge-fold.js';
import { sharedIsAbsent } from '../support/shared.js';
import { askPython, goldFile } from './judge.js';

const CASES: [title: string, surface: string, key: string][] = [
  ['case, hyphens and spaces fall away', 'Chain-of-Thought', 'chainofthought'],
  ['a plural s falls away', 'KV caches', 'kvcache'],
  ['of each word', 'LLMs agents', 'llmagent'],
  ['but not of short words', 'gas', 'gas'],
  ['nor a double s', 'process', 'process'],
  ['a word of three characters keeps its s though two take two units', '𠀀𠀁s', '𠀀𠀁s'],
  ['Greek letters are spelt out', 'β-VAE', 'betavae'],
  ['so are Greek commands', '\\beta-VAE', 'betavae'],
  ['but only where the command ends', '\\betax', ''],
  ['not before an underscore', '\\beta_1', '1'],
  ['nor those the judge does not know', '\\zeta', ''],
  ['nor in capitals', '\\Delta', ''],
  ['LaTeX marks fall away', '$\\mathcal{L}_2$', 'l2'],
  ['C, C++ and C# stay three', 'C++ C#', 'c++csharp'],
  ['accents fall away', 'Schrödinger', 'schrodinger'],
  ['marks that do not combine part words', 'agents\u20dds', 'agents'],
  ['brackets part words', 'key-value (KV) caches', 'keyvaluekvcache'],
  ['nothing is left of marks', '—?!', ''],
];

describe('the folding of the measure', () => {
  it.each(CASES)('%s', (_, surface, key) => {
    expect(judgeFold(surface)).toBe(key);
  });

  it('keeps sixty letters and digits of an abstract', () => {
    expect(abstractKey('We, İn 2026: é')).toBe('wein2026');
    expect(abstractKey('ab '.repeat(99))).toBe('ab'.repeat(30));
  });
});

describe.skipIf(sharedIsAbsent)("the folding of the measure against the judge's (needs ../shared)", () => {
  const judged = (texts: readonly string[]) => askPython<string[]>('[score.fold(s) for s in value]', texts);

  it('is the same for every surface of the annotated papers', () => {
    const texts = (['train', 'seeds-dev'] as const).flatMap((name) =>
      readFileSync(goldFile(name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .flatMap((line) => (JSON.parse(line) as { entities: [string, string, string, string[]][] }).entities)
        .flatMap(([entity, , , surfaces]) => [entity, ...surfaces]),
    );
    expect(texts.map(judgeFold)).toEqual(judged(texts));
  });

  it('is the same for every character that both know, between letters', () => {
    const known = askPython<number[]>(
      "[c for c in range(*value) if unicodedata.category(chr(c)) not in ('Cn', 'Co', 'Cs')]",
      [0, 0x110000],
    ).filter((code) => !/\p{Cn}/u.test(String.fromCodePoint(code)));
    expect(known.length).toBeGreaterThan(100_000);
    const texts = known.map((code) => `cars${String.fromCodePoint(code)}s`);
    const theirs = judged(texts);
    expect(texts.filter((text, i) => judgeFold(text) !== theirs[i])).toEqual([]);
  });

  it('is the same for whatever people write', () => {
    const pieces = fc.constantFrom(
      ...[
        '\\alpha',
        '\\beta',
        '\\zeta',
        '\\Delta',
        '\\mathrm',
        '\\',
        '{',
        '}',
        '$',
        '^',
        '_',
        '~',
        '#',
        '+',
        '++',
        '(',
        ')',
      ],
      ...[
        's',
        'ss',
        'cars',
        'LLMs',
        'β',
        'Σ',
        'ς',
        'ά',
        'µ',
        'é',
        'e\u0301',
        '\u0345',
        '\u20dd',
        'ﬁ',
        'İ',
        'ß',
        '①',
        '²',
        '١',
      ],
      ...['𝐀𝐁s', '𠀀s', '-', '‐', ' ', '\u00a0', '\n', '1', 'x', '＿', '＃', 'का', '한국'],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
      fc.string({ unit: fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCodePoint(code)), maxLength: 12 }),
    );
    const texts = fc.sample(text, { numRuns: 20_000, seed: 1 }).filter((one) => !/\p{Cn}/u.test(one));
    const [known, theirs] = askPython<[boolean[], string[]]>(
      "[[all(unicodedata.category(c) != 'Cn' for c in s) for s in value], [score.fold(s) for s in value]]",
      texts,
    );
    const different = texts.filter((one, i) => known[i] && judgeFold(one) !== theirs[i]);
    expect(different).toEqual([]);
    expect(known.filter(Boolean).length).toBeGreaterThan(10_000);
  });

  it('cuts the same key from an abstract', () => {
    const texts = fc.sample(fc.string({ unit: 'grapheme', maxLength: 100 }), { numRuns: 2_000, seed: 1 });
    expect(texts.map(abstractKey)).toEqual(askPython('[score.key(s) for s in value]', texts));
  });
});
