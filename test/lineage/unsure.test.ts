/** Steps that are unsure are told from the others wherever a lineage is written. */
import { DOMParser } from '@xmldom/xmldom';
import { expect, it } from 'vitest';
import {
  lineageOf,
  relationOf,
  writeDot,
  writeMermaid,
  writeRelation,
  writeSvg,
  writeTree,
} from '../../src/lineage/index.js';
import type { LineageAnswer } from '../../src/model/index.js';
import { ALPHABET, family } from './family.js';

const { lineage, nodeOf, number } = family(ALPHABET);
const BOTH = { direction: 'both', depth: 9, limit: 100, generic: false } as const;
/** The answer with two unsure steps, of which one is on the main path. */
function doubted(answer: LineageAnswer): LineageAnswer {
  const drawn = answer.steps.filter(({ over }) => over === undefined);
  const unsure = [drawn.find(({ main }) => main), drawn.find(({ main }) => !main)];
  return {
    ...answer,
    steps: answer.steps.map((step) => (unsure.includes(step) ? { ...step, confidence: 0.2 } : step)),
  };
}
const sure = lineageOf(lineage, nodeOf, number('Delta'), BOTH);
const answer = doubted(sure);
const count = (text: string, part: string) => text.split(part).length - 1;
const plain = { evidence: false, strong: (text: string) => text };

it.each([
  ['SVG', writeSvg, 'stroke-dasharray="4 3"', 3],
  ['Graphviz', writeDot, 'style=dashed', 2],
  ['text', (one: LineageAnswer) => writeTree(one, plain).join('\n'), ' · unsure', 2],
] as const)('%s', (_, write, mark, marks) => {
  expect(count(write(sure), mark)).toBe(0);
  expect(count(write(answer), mark)).toBe(marks);
});

it('Mermaid, where a thick arrow is broken by its style', () => {
  expect(writeMermaid(sure)).not.toMatch(/-\.->|linkStyle/);
  const lines = writeMermaid(answer).split('\n');
  expect(lines.filter((line) => line.includes('-.->'))).toHaveLength(1);
  const [style] = lines.filter((line) => line.includes('linkStyle'));
  const links = lines.filter((line) => /[=-]>\|/.test(line));
  expect(links[Number(/linkStyle (\d+) stroke-dasharray/.exec(style ?? '')?.[1])]).toContain('==>');
});

it('the chain between two', () => {
  const between = relationOf(lineage, nodeOf, number('Echo'), number('Alfa'));
  expect(writeRelation(between, plain).join('\n')).not.toContain('unsure');
  expect(writeRelation(doubted(between), plain).join('\n')).toContain('unsure');
});

it('a picture says what its lines mean, within its borders', () => {
  const said = (one: LineageAnswer) => {
    const svg = new DOMParser().parseFromString(writeSvg(one), 'image/svg+xml').documentElement;
    const height = Number(svg?.getAttribute('height'));
    const texts = [...(svg?.getElementsByTagName('text') ?? [])];
    for (const text of texts) expect(Number(text.getAttribute('y'))).toBeLessThan(height);
    return texts.map(({ textContent }) => textContent);
  };
  expect(said(answer)).toEqual(expect.arrayContaining(['main path', 'unsure']));
  expect(said(sure)).toContain('main path');
  expect(said(sure)).not.toContain('unsure');
});
