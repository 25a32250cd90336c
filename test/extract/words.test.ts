/** What is remembered of words and runs: the same as working it out, and the short cuts as the rules they stand for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUES, mayHold, ROLE_CUES, STATING_CUES, stemsBetween } from '../../src/extract/cues.js';
import { scale } from '../../src/extract/features.js';
import { EMPTY_LEXICON } from '../../src/extract/lexicon.js';
import { read } from '../../src/extract/reading.js';
import { isSpace, tokenise } from '../../src/extract/tokenise.js';
import { unsliced, wordOf } from '../../src/extract/words.js';

describe('tokenise', () => {
  it('takes for white space exactly what a regular expression does', () => {
    for (let code = 0; code < 0x10000; code++) {
      if (isSpace(code) !== /\s/.test(String.fromCharCode(code))) expect.fail(`U+${code.toString(16)}`);
    }
  });

  it('gives the same tokens when it remembers them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const first = tokenise(text);
        expect(tokenise(text)).toEqual(first);
        // What stands around a run does not change how it is parted.
        expect(
          tokenise(`(x) ${text} y,`)
            .slice(3, -2)
            .map((t) => t.text),
        ).toEqual(first.map((t) => t.text));
      }),
    );
  });
});

describe('words', () => {
  it('are known by their text and by whether they are marks', () => {
    expect(wordOf('www.example.org', true).kind).toBe('mark');
    expect(wordOf('www.example.org', false).kind).toBe('word');
    expect(wordOf('GPT-4', false)).toBe(wordOf('GPT-4', false));
  });

  it('are copied whole, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(unsliced(text)).toBe(text);
      }),
    );
    expect(unsliced(`\ud800${'long enough'.repeat(3)}\udc00`)).toBe(`\ud800${'long enough'.repeat(3)}\udc00`);
  });
});

describe('scale', () => {
  it('is the logarithm in steps', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat(200_000), fc.double({ min: -2, max: 100_000, noNaN: true })), (count) => {
        const slow = count <= 0 ? 0 : count < 4 ? count : Math.min(14, 2 + Math.floor(Math.log2(count)));
        expect(scale(count)).toBe(slow);
      }),
    );
  });
});

describe('stems', () => {
  const ALL = [...CUES, ...STATING_CUES, ...ROLE_CUES];
  /** The words that the patterns are made of, with and without what may stand in them. */
  const pieces = [...new Set(ALL.flatMap((cue) => cue.pattern.source.match(/[a-z]+/g) ?? []))];
  const VERBS =
    'we it is was and propose introduces fine-tuned fine-tunes finetuning built upon on top of extends generalises generalization based modules consists comprises variant improved replaced combination of unified merging fused coupled augmented with distilled scaled up modified leveraging utilises initialised from trained outperformed beats exceeding superior to better than over versus compared tested results experiments on par made composed'.split(
      ' ',
    );
  const word = fc.oneof(
    fc.constantFrom(...VERBS),
    fc.constantFrom(...pieces),
    fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...pieces)).map(([a, b]) => a + b),
    fc.constantFrom('-based', '(RAG)', 'İ', 'Σ', ',', 'BERT'),
  );

  it('never hide what a pattern would find', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(' ', ', ', '-', '/'),
        (words, gap) => {
          const reading = read(`\n${words.join(' ')}${gap}${words.join(gap)}`, EMPTY_LEXICON);
          const stems = stemsBetween(reading.stems, 0, reading.tokens.length);
          const lower = reading.text.toLowerCase();
          for (const cue of ALL) {
            if (lower.search(cue.pattern) >= 0) expect(mayHold(cue, stems), `${cue.pattern} in ${lower}`).toBe(true);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each(ALL.map((cue) => [cue.pattern.source, cue] as const))('hide the rest: %s', (_source, cue) => {
    expect(
      mayHold(
        cue,
        read('\nThe quick brown fox jumps.', EMPTY_LEXICON).stems.reduce((a, b) => a | b, 0),
      ),
    ).toBe(false);
  });
});
