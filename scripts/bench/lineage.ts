/**
 * How soon lineages are answered over a graph: made once, then ancestors of many methods, and the main path of all; and
 * how much of what papers say of descent stands in it.
 */
import { Lineage, lineageOf, mainPathsOf } from '../../src/lineage/index.js';
import { openGraph, readEdges, readNodes } from '../../src/store/index.js';
import { atMost, type Figure } from './figure.js';
import { benchStatedDescents } from './stated-descents.js';

const ASKED = 2_000;
const DEPTH = 6;

/** @param dir folder of the graph @param name what the graph is called in the table */
export async function benchLineage(dir: string, name: string): Promise<Figure[]> {
  const open = await openGraph(dir);
  const graph = { nodes: [...readNodes(open)], edges: [...readEdges(open)] };
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const nodeOf = (id: string) => nodes.get(id);
  const timed = <T>(deed: () => T): { ms: number; value: T } => {
    const started = performance.now();
    const value = deed();
    return { ms: performance.now() - started, value };
  };
  const { ms: making, value: lineage } = timed(() => new Lineage(graph));
  const heads = [...new Set(lineage.steps.map(({ head }) => head))];
  const asked = Array.from(
    { length: Math.min(ASKED, heads.length) },
    (_, i) => heads[Math.floor((i * heads.length) / ASKED)] ?? 0,
  );
  const options = { direction: 'ancestors', depth: DEPTH, limit: 1_000, generic: true } as const;
  const times = asked
    .map((number) => timed(() => lineageOf(lineage, nodeOf, number, options)).ms)
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const { ms: main, value } = timed(() => mainPathsOf(lineage, nodeOf, 1));
  const aside = Object.entries(lineage.countAside()).map(([reason, count]) => `${count} ${reason}`);
  return [
    {
      of: `lineage of ${name}`,
      measured: `${lineage.steps.length} steps among ${lineage.methods.length} entities (aside: ${aside.join(', ')}), made in ${making.toFixed(0)} ms`,
    },
    {
      of: `ancestors to depth ${DEPTH} of ${times.length} methods`,
      measured: `${at(0.5).toFixed(2)} ms in the middle, ${at(0.95).toFixed(2)} ms at the 95th percentile, ${at(1).toFixed(2)} ms at most`,
      aim: atMost(50, 'ms', at(0.95)),
    },
    {
      of: 'main path of all',
      measured: `${main.toFixed(0)} ms, ${value.mainPath.length} methods`,
      aim: atMost(1_000, 'ms', main),
    },
    ...benchStatedDescents(graph, name),
  ];
}
