/** Where sentences end, and where a stop does not end one. */
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/extract/sentences.js';
import { tokenise } from '../../src/extract/tokenise.js';

function sentences(abstract: string, title = 'A title'): string[] {
  const text = `${title}\n${abstract}`;
  return splitSentences(tokenise(text), title.length).map((s) => text.slice(s.start, s.end));
}

describe('splitSentences', () => {
  it.each([
    ['two plain sentences', 'We propose it. It works.', ['We propose it.', 'It works.']],
    [
      'e.g. and i.e.',
      'Tools, e.g. Git, help. Small ones, i.e. Sed, too.',
      ['Tools, e.g. Git, help.', 'Small ones, i.e. Sed, too.'],
    ],
    ['et al.', 'Vaswani et al. (2017) did. Others follow.', ['Vaswani et al. (2017) did.', 'Others follow.']],
    ['Fig. and Eq.', 'See Fig. 3 and Eq. 2 for it. Done.', ['See Fig. 3 and Eq. 2 for it.', 'Done.']],
    ['vs.', 'Speed vs. Memory matters. So we choose.', ['Speed vs. Memory matters.', 'So we choose.']],
    ['decimals', 'It gains 3.5 points. Cost is 0.2.', ['It gains 3.5 points.', 'Cost is 0.2.']],
    ['an initial', 'The theorem of J. Smith holds. We use it.', ['The theorem of J. Smith holds.', 'We use it.']],
    ['a capital letter that ends', 'We compare with method B. We win.', ['We compare with method B.', 'We win.']],
    ['questions and exclamations', 'Does it scale? Yes! It does.', ['Does it scale?', 'Yes!', 'It does.']],
    ['closing quotes and brackets', 'It "works." We think (so.) Fine.', ['It "works."', 'We think (so.)', 'Fine.']],
    ['a name with a small first letter', 'We test serving. vLLM wins.', ['We test serving.', 'vLLM wins.']],
    [
      'stops whose space is missing',
      'It handles all tasks.We propose (by SGD).Our X gains 3.2%.This helps?It does.',
      ['It handles all tasks.', 'We propose (by SGD).', 'Our X gains 3.2%.', 'This helps?', 'It does.'],
    ],
    ['a name after such a stop', 'We read imagery.GLCANet wins.', ['We read imagery.', 'GLCANet wins.']],
    [
      'stops within names',
      'Node.JS, OnPrem.LLM and fast.AI of the U.S.A run.',
      ['Node.JS, OnPrem.LLM and fast.AI of the U.S.A run.'],
    ],
    ['no capital, no end', 'The 2nd ver. of it works.', ['The 2nd ver. of it works.']],
  ])('%s', (_name, abstract, expected) => {
    expect(sentences(abstract)).toEqual(['A title', ...expected]);
  });

  it('ends the title at its newline, whatever stands there', () => {
    expect(sentences('one two', 'no stop here')).toEqual(['no stop here', 'one two']);
    expect(sentences('one two.', '')).toEqual(['one two.']);
  });
});
