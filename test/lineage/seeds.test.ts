/**
 * No chain is invented: on the papers of the seeds each step of every lineage, main path and chain between two can be read
 * back to a sentence that stands in the paper that is named; a version known by its name to one that names it.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Lineage, lineageOf, mainPathsOf, relationOf } from '../../src/lineage/index.js';
import { type GraphNode, type LineageAnswer, paperText } from '../../src/model/index.js';
import { readGraph } from '../../src/store/index.js';
import { sharedFolder, sharedIsAbsent } from '../support/shared.js';
import { freshFolder, stemma } from '../support/stemma.js';

const FAR = { depth: 12, limit: 1_000, generic: true } as const;

describe.skipIf(sharedIsAbsent)('lineages of the seeds (needs the shared folder)', () => {
  let lineage: Lineage;
  let nodes: ReadonlyMap<string, GraphNode>;
  const nodeOf = (id: string) => nodes.get(id);
  /** Numbers of the methods that have a step. */
  let joined: number[];

  beforeAll(async () => {
    const folder = join(freshFolder(), 'seeds');
    const { status, stderr } = stemma(['build', join(sharedFolder, 'seeds'), '--graph', folder, '--extractor', 'fast']);
    expect(status, stderr).toBe(0);
    const { graph } = await readGraph(folder);
    lineage = new Lineage(graph);
    nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    joined = [...new Set(lineage.steps.flatMap(({ head, tail }) => [head, tail]))];
  });

  function expectReadable(answer: LineageAnswer): void {
    const shown = new Set(answer.methods.map(({ id }) => id));
    for (const { head, tail, statements, naming, types } of answer.steps) {
      expect([shown.has(head), shown.has(tail)]).toEqual([true, true]);
      const sentences = statements.length > 0 ? statements : naming ? [naming] : [];
      expect(sentences, `${head} < ${tail}`).not.toEqual([]);
      if (statements.length === 0) expect(types).toEqual(['VARIANT_OF']);
      for (const { paper, evidence, start, end } of sentences) {
        const source = nodeOf(paper);
        expect(source?.label === 'Paper' && paperText(source).slice(start, end)).toBe(evidence);
      }
    }
  }

  /** Whether each two that follow one another are joined by a step. */
  function expectJoined({ mainPath, steps }: LineageAnswer): void {
    for (const [place, tail] of mainPath.slice(1).entries()) {
      expect(steps.some((step) => step.head === mainPath[place] && step.tail === tail && step.main)).toBe(true);
    }
  }

  it.each(['ancestors', 'descendants', 'both'] as const)('%s', (direction) => {
    expect(joined.length).toBeGreaterThan(30);
    for (const number of joined) {
      const answer = lineageOf(lineage, nodeOf, number, { ...FAR, direction });
      expectReadable(answer);
      expectJoined(answer);
    }
  });

  it('the main paths of the whole', () => {
    const answer = mainPathsOf(lineage, nodeOf, 20);
    expectReadable(answer);
    expectJoined(answer);
  });

  it('the chains between two: down, up, and to what both came from', () => {
    const found = new Map<LineageAnswer['relation'], number>();
    for (const from of joined) {
      for (const to of joined) {
        if (from === to) continue;
        const answer = relationOf(lineage, nodeOf, from, to);
        expectReadable(answer);
        if (answer.relation !== 'common ancestor') expectJoined(answer);
        found.set(answer.relation, (found.get(answer.relation) ?? 0) + 1);
      }
    }
    expect([...found.keys()].sort()).toEqual(['common ancestor', 'descends', 'is an ancestor', 'none']);
  });
});
