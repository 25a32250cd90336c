/** Sentences that name what is known to be a version by its name alone: such a step can be read back to a paper as well. */
import { compareText, type GraphEdge, type PaperEdge } from '../model/index.js';

/** @returns by id of each newer end of a VARIANT_OF edge the surest mention of it */
export function findNamings(edges: readonly GraphEdge[]): Map<string, PaperEdge> {
  const versions = new Set<string>();
  for (const { type, source } of edges) if (type === 'VARIANT_OF') versions.add(source);
  const surest = new Map<string, PaperEdge>();
  for (const edge of edges) {
    if (!('evidence' in edge && 'start' in edge) || !versions.has(edge.target)) continue;
    const known = surest.get(edge.target);
    if (!known || isSurer(edge, known)) surest.set(edge.target, edge);
  }
  return surest;
}

function isSurer(a: PaperEdge, b: PaperEdge): boolean {
  return (b.confidence - a.confidence || compareText(a.source, b.source)) < 0;
}
