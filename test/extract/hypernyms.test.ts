/** What plain words say a name is: behind it, beside it and before it. */
import { describe, expect, it } from 'vitest';
import { addHypernyms } from '../../src/extract/hypernyms.js';
import { loadKnowledge } from '../../src/extract/knowledge.js';
import { read } from '../../src/extract/reading.js';

const { lexicon } = loadKnowledge();
const KINDS = ['data', 'model', 'method', 'thing'];
const PLACES = ['behind', 'beside', 'before'];

/** "behind data" and the like, for all occurrences of the one-word name `Foo`, the title being the first line. */
function stated(text: string, name = 'Foo'): string[] {
  const reading = read(text, lexicon);
  const occurrences = reading.tokens.flatMap((token, i) => (token.text === name ? [{ from: i, to: i + 1 }] : []));
  const out: number[] = [];
  addHypernyms(reading, occurrences, out);
  expect(out).toHaveLength(KINDS.length * PLACES.length);
  return out.flatMap((value, i) =>
    value > 0 ? [`${PLACES[Math.floor(i / KINDS.length)]} ${KINDS[i % KINDS.length]}`] : [],
  );
}

describe('what plain words say a name is', () => {
  it.each([
    ['in apposition', 'On tests\nWe present Foo, a large multilingual benchmark suite for agents.', ['behind data']],
    ['as a predicate', 'On tests\nFoo is an open language model trained from scratch.', ['behind model']],
    ['behind brackets', 'On tests\nFoo (fast open output) is a decoding algorithm.', ['behind method']],
    ['in the title', 'Foo: Long-Horizon Dataset of Maps\nWe draw maps.', ['behind data']],
    ['right beside', 'On tests\nWe train on the Foo corpus.', ['beside data']],
    ['right before', 'On tests\nWe release a new dataset, Foo.', ['before data']],
    ['before its name', 'On tests\nThe framework called Foo is small.', ['before method']],
    ['as a task', 'On tests\nWe define Foo, a new task in which agents sort maps.', ['behind thing']],
    [
      'by the head of the phrase',
      'On tests\nWe propose Foo, a language model evaluation framework.',
      ['behind method'],
    ],
    ['in brackets', 'On tests\nWe present Foo (Find One Object Benchmark) to agents.', ['beside data']],
    ['but not by what it is based on', 'On tests\nFoo is an LLM-based assistant.', ['behind method']],
    ['across signs', 'Foo: An LLM + Algebra Framework\nWe draw maps.', ['behind method']],
    ['of itself alone', 'On tests\nWe offer Foo, a benchmark and a toolkit.', ['behind data']],
  ])('%s', (_, text, expected) => {
    expect(stated(text)).toEqual(expected);
  });

  it.each([
    ['a colon in a sentence', 'On tests\nWe use Foo: models are small.'],
    ['a noun of another phrase', 'On tests\nFoo, which helps a model, is small.'],
    ['a noun behind what ends the phrase', 'On tests\nWe propose Foo, a cure for every model.'],
    ['a noun of the next sentence', 'On tests\nWe like Foo. Models are small.'],
  ])('not by %s', (_, text) => {
    expect(stated(text)).toEqual([]);
  });
});
