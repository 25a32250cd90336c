/** Which capitals stay in a name, by what the corpus writes and by where this text has them. */
import { describe, expect, it } from 'vitest';
import type { Occurrence } from '../../src/extract/candidates.js';
import { isInRunningText, isWrittenAsName, withItsCapitals } from '../../src/extract/casing.js';
import { loadKnowledge } from '../../src/extract/knowledge.js';
import { read } from '../../src/extract/reading.js';

const { lexicon } = loadKnowledge();

/** Occurrences of a name in a text, whatever their case. */
function find(text: string, name: string) {
  const reading = read(text, lexicon);
  const places: Occurrence[] = [];
  const wanted = name.toLowerCase();
  reading.tokens.forEach(({ start }, from) => {
    const to = reading.tokens.findIndex(({ end }) => end === start + name.length) + 1;
    if (to > from && text.slice(start, start + name.length).toLowerCase() === wanted) places.push({ from, to });
  });
  return { reading, places };
}

function written(text: string, name: string, hasShortForm = false): string {
  const { reading, places } = find(text, name);
  expect(places.length).toBeGreaterThan(0);
  return withItsCapitals(reading, places, hasShortForm, lexicon).join(' ');
}

describe('capitals are kept', () => {
  it.each([
    ['of names that the corpus knows', 'Segment Anything Model', 'A study\nHere the Segment Anything Model is tried.'],
    ['of these in a title, too', 'Visual Genome', 'Scenes of Visual Genome\nWe look at scenes.'],
    ['of a part that the corpus knows', 'Claude Code refactoring', 'A study\nWe ask for Claude Code refactoring here.'],
    ['of what the text alone knows', 'Blue Heron Planner', 'A study\nIn each step the Blue Heron Planner is asked.'],
    ['of a made-up word', 'Heron-Mamba', 'A study\nOn both we run Heron-Mamba again.'],
    ['of a made-up word that heads the title', 'Heron-Tower', 'Heron-Tower: a high view\nWe look from above.'],
    ['of people in a term', 'Heronsson-Fjord equation', 'A study\nWe solve the Heronsson-Fjord equation by hand.'],
    ['of one word that is never small', 'Planner', 'A study\nFirst the Planner speaks, and then the Planner is heard.'],
    ['before a genitive', "Heron's Last Wing", "A study\nOf all tests Heron's Last Wing is the hardest."],
    ['before a tail', 'Heron-aware Wing Folding', 'A study\nIt needs Heron-aware Wing Folding at night.'],
    ['inside of a word', 'non-Hermitian wing', 'A study\nThis holds for a non-Hermitian wing only.'],
  ])('%s', (_, name, text) => expect(written(text, name)).toBe(name));
});

describe('capitals are left out', () => {
  it.each([
    ['in a title', 'Wing Folding Estimation', 'Fast Wing Folding Estimation\nWe look at birds.', 'wing folding estimation'],
    ['at the beginning of a sentence', 'Wing folding estimation', 'A study\nWing folding estimation is hard.', 'wing folding estimation'],
    ['of terms, whoever gives them', 'Convolutional Neural Network', 'A study\nWe train a Convolutional Neural Network here.', 'convolutional neural network'],
    ['but not those of people', 'Hidden Markov Model', 'A study\nWe train a Hidden Markov Model here.', 'hidden Markov model'],
    ['of a word that the text also has without', 'Blue Heron Planner', 'A study\nThe Blue Heron Planner is good. We like any Blue Heron planner.', 'Blue Heron planner'],
    ['of a tail in a title', 'LLM-Assisted Reporting', 'On LLM-Assisted Reporting\nWe look at news.', 'LLM-assisted reporting'],
  ])('%s', (_, name, text, expected) => expect(written(text, name)).toBe(expected)); // biome-ignore format: a table

  it('of one word for the sake of its acronym', () => {
    const text = 'A study\nWe predict with the Transformer (TF) here.';
    expect(written(text, 'Transformer', true)).toBe('transformer');
    expect(written(text, 'Transformer', false)).toBe('Transformer');
  });
});

it('running text is neither the title nor the beginning of a sentence', () => {
  const { reading } = find('One two\nThree four. Five six.', 'two');
  const running = reading.tokens.flatMap(({ text }, i) => (isInRunningText(reading, i) ? [text] : []));
  expect(running).toEqual(['four', '.', 'six', '.']);
});

it.each([
  ['Internet of Things', true],
  ['Llama 3 Herd', true],
  ['neural Network', false],
  ['Heron-based Wings', true],
])('%s is written as a name: %s', (name, expected) => {
  const { reading, places } = find(`A study\nHere is ${name} again.`, name);
  expect(isWrittenAsName(reading, places[0]?.from ?? 0, places[0]?.to ?? 0)).toBe(expected);
});
