/** What of an extractor's decisions becomes part of the record. */
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/extract/knowledge.js';
import { read } from '../../src/extract/reading.js';
import { toRecord } from '../../src/extract/record.js';
import type { ShownDraft } from '../../src/extract/role-cues.js';
import { type Paper, paperText, type Relation } from '../../src/model/index.js';

const paper: Paper = {
  id: 'text:1' as Paper['id'],
  title: 'A title',
  abstract: 'QuxNet and token mixing serve parsing.',
  authors: [],
  organizations: [],
  categories: [],
  sources: [],
};
const reading = read(paperText(paper), loadKnowledge().lexicon);
/** A score is the share that was right. */
const calibration = {
  edge: [
    [0, 0],
    [1, 1],
  ] as [number, number][],
  relation: [
    [0, 0],
    [1, 1],
  ] as [number, number][],
};

function draftOf(words: string, probability: number): ShownDraft {
  const from = reading.tokens.findIndex(({ text }) => text === words.split(' ')[0]);
  const at = { from, to: from + words.split(' ').length };
  return {
    name: words,
    type: 'Technique',
    keys: [words],
    occurrences: [at],
    defined: false,
    nested: false,
    facts: {} as ShownDraft['facts'],
    probability,
    role: 'uses',
    roleProbability: 1,
    shownBy: at,
    introduced: 0,
  };
}

const partOf = (from: string, to: string): Relation => ({
  from,
  to,
  type: 'PART_OF',
  confidence: 0.5,
  evidence: paper.abstract,
  span: [8, 8 + paper.abstract.length],
});

describe('a record', () => {
  it('leaves out what is hardly ever right, with its relations, but no proper name', () => {
    const drafts = [draftOf('QuxNet', 0.1), draftOf('token mixing', 0.1), draftOf('parsing', 0.9)];
    const relations = [partOf('token mixing', 'parsing'), partOf('QuxNet', 'parsing')];
    const record = toRecord(paper, reading, drafts, relations, calibration);
    expect(record.entities.map(({ name, confidence }) => [name, confidence])).toEqual([
      ['QuxNet', 0.1],
      ['parsing', 0.9],
    ]);
    expect(record.relations.map(({ from }) => from)).toEqual(['QuxNet']);
  });
});
