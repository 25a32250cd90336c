/** The map behind the drawing: regions with their names, from the whole overview and what the server calls its communities. */
import type { Overview, Stats } from '../api/types.js';
import { LIGHT } from '../theme/palette.js';
import type { NamedRegion } from './region-names.js';
import { findRegions } from './region-shapes.js';

export type Communities = Stats['facets']['communities'];

/** The largest communities that are drawn; what is not among those that the server names is too small for a region. */
export function describeMap({ nodes }: Overview, communities: Communities): NamedRegion[] {
  const terms = new Map(communities.map((each) => [each.community, each.terms]));
  const members = nodes.filter(({ community }) => terms.has(community));
  return findRegions(members, LIGHT.communities.length).map((region) => ({
    ...region,
    terms: terms.get(region.community) ?? [],
  }));
}

/** The ends of each tie, by id. */
export function tiesOf({ nodes, ties }: Overview): (readonly [string, string])[] {
  return ties.flatMap(([a, b]) => {
    const [from, to] = [nodes[a], nodes[b]];
    return from && to ? [[from.id, to.id] as const] : [];
  });
}
