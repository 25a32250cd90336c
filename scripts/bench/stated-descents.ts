/**
 * How much of what papers say of descent the graph of the whole corpus has: single statements and chains that were found
 * by reading. Those held out are counted and never listed.
 */
import type { GraphEdge, GraphNode } from '../../src/model/index.js';
import { NameIndex } from '../../src/resolve/index.js';
import { judgeDescent, readStatedDescents, type StatedDescent } from '../../test/lineage/stated-descents.js';
import { atLeast, type Figure } from './figure.js';

/** In percent, as the project promises. */
const OF_STATEMENTS = 45;
const OF_CHAINS = 20;

/** Nothing is said of a graph that lacks some of the papers. @param name what the graph is called in the table */
export function benchStatedDescents(
  graph: { readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] },
  name: string,
): Figure[] {
  const [statements, chains] = [readStatedDescents('statements.tsv'), readStatedDescents('chains.tsv')];
  const ids = new Set(graph.nodes.map(({ id }) => id));
  const needed = [...statements, ...chains].flatMap(({ papers }) => papers);
  if (!needed.every((paper) => ids.has(`arxiv:${paper}`))) return [];
  const index = new NameIndex(graph.nodes.filter((node) => 'aliases' in node));
  const older = new Map<string, string[]>();
  for (const { type, source, target } of graph.edges) {
    if (type !== 'BUILDS_ON') continue;
    const known = older.get(source);
    if (known) known.push(target);
    else older.set(source, [target]);
  }
  const asked = {
    find: (text: string) => index.find(text).map(({ id }) => id),
    olderThan: (id: string) => older.get(id) ?? [],
  };
  const figure = (of: string, stated: readonly StatedDescent[], aim: number): Figure => {
    const verdicts = stated.map((descent) => judgeDescent(descent, asked));
    const share = (100 * verdicts.filter((verdict) => verdict === 'connected').length) / verdicts.length;
    const unknown = verdicts.filter((verdict) => verdict === 'no-node').length;
    return {
      of: `${of}, in ${name}`,
      measured: `${share.toFixed(0)} % of ${verdicts.length} (${unknown} missed as a name is no node)`,
      aim: atLeast(aim, '%', share),
    };
  };
  const both = (of: string, stated: readonly StatedDescent[], aim: number) => {
    const part = (which: StatedDescent['part']) => stated.filter((descent) => descent.part === which);
    return [figure(`${of} (development)`, part('dev'), aim), figure(`${of} (held out)`, part('held-out'), aim)];
  };
  return [...both('statements of descent', statements, OF_STATEMENTS), ...both('chains of descent', chains, OF_CHAINS)];
}
