/** The nodes that an answer speaks of, drawn and lit, with what links them. */
import { DrawnEdgeSchema, DrawnNodeSchema } from '../../../src/serve/schemas.js';
import { api } from '../api/client.js';
import type { DrawnEdge, DrawnNode } from '../api/types.js';
import type { Scene } from '../graph/scene.js';
import { asGraphValue, idsIn, type Row } from './values.js';

/** More would be no answer to look at. */
export const MOST_SHOWN = 1_000;
const MOST_LINKS = 10_000;

const NODES = `MATCH (n:Paper|Concept|Benchmark|Model|Technique|Author|Organization)
WHERE n.id IN $ids RETURN n ORDER BY n.id`;
const LINKS = `MATCH (a:Paper|Concept|Benchmark|Model|Technique|Author|Organization)-[r]->(b)
WHERE a.id IN $ids AND b.id IN $ids RETURN r, a.id AS source, b.id AS target ORDER BY source, target`;

export interface Shown {
  /** How many nodes are lit, and of how many. */
  readonly shown: number;
  readonly total: number;
}

/** @throws ApiError, UnreachableError as any question */
export async function drawAnswer(rows: readonly Row[], scene: Scene, signal: AbortSignal): Promise<Shown> {
  const all = idsIn(rows);
  const parameters = { ids: all.slice(0, MOST_SHOWN) };
  const [found, linked] = await Promise.all([
    api.cypher(NODES, parameters, MOST_SHOWN, signal),
    api.cypher(LINKS, parameters, MOST_LINKS, signal),
  ]);
  const nodes = found.rows.flatMap(({ n }): DrawnNode[] => {
    const node = asGraphValue(n);
    if (node?.$ !== 'node') return [];
    const { data } = DrawnNodeSchema.safeParse({ ...node.properties, id: node.id, label: node.label });
    if (!data) return [];
    // A paper has no number of papers.
    const { papers, ...rest } = data;
    return [data.label === 'Paper' || papers === undefined ? rest : data];
  });
  const edges = linked.rows.flatMap(({ r, source, target }): DrawnEdge[] => {
    const link = asGraphValue(r);
    if (link?.$ !== 'relationship') return [];
    const { data } = DrawnEdgeSchema.safeParse({ ...link.properties, type: link.type, source, target });
    return data ? [data] : [];
  });
  signal.throwIfAborted();
  if (nodes.length > 0) scene.showAnswer(nodes, edges);
  return { shown: nodes.length, total: all.length };
}
