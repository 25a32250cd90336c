/** The kind of a step, from the words of its sentence. */
import { expect, it } from 'vitest';
import { kindFromSentence } from '../../src/model/index.js';

it.each([
  ['Foo extends Bar.', 'extends'],
  ['Foo combines Baz, Qux and Bar.', 'combines'],
  ['We combine Baz with a variant of Bar.', 'extends'],
  ['Foo is fine-tuned from Bar.', 'fine-tunes'],
  ['Foo replaces the encoder of Bar with a smaller one.', 'replaces'],
  ['Foo was distilled from BAR.', 'distils'],
  ['Foo scales up Bar to a trillion parameters.', 'scales'],
  ['Inspired by Bar, we propose Foo.', 'adapts'],
  ['Foo, built directly on top of Bar, is fast.', 'extends'],
  // The verb belongs to another clause, or stands behind the name.
  ['Foo extends Baz, which beats Bar.', undefined],
  ['Bar is slow, so that Foo replaces it.', undefined],
  ['A fine-tuning-free use of Bar.', undefined],
  ['Foo replaces the encoder with Bar.', undefined],
  ['Foo runs in large-scale games with Bar.', undefined],
  ['Foo uses Bar.', undefined],
])('%s', (sentence, kind) => {
  expect(kindFromSentence(sentence, ['Bar', 'bar network'])).toBe(kind);
});
