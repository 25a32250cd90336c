/** Hits in groups by label; groups in the order of their best hit, hits in the server's order. */
import type { NodeLabel, SearchHit } from '../api/types.js';

export interface HitGroup {
  readonly label: NodeLabel;
  readonly hits: readonly SearchHit[];
}

export function groupHits(hits: readonly SearchHit[]): HitGroup[] {
  const groups = new Map<NodeLabel, SearchHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.label);
    if (group) group.push(hit);
    else groups.set(hit.label, [hit]);
  }
  return [...groups].map(([label, found]) => ({ label, hits: found }));
}
