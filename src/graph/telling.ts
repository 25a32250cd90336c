/**
 * How telling a node is: what a map should show first. Frequency alone puts first what everybody mentions ("large
 * language model"), rarity alone what nobody does. An entity counts the root of its papers, which is its size on the map,
 * times how far these papers keep to some communities, to the power of 1.5: the Kullback-Leibler divergence of the
 * communities of its papers from those of all papers, after the relevance score of van Eck and Waltman ("Text mining and
 * visualization using VOSviewer", 2011). A paper that introduces it counts as well, and what is built on it.
 */
import { type KnowledgeGraph, PAPER_EDGE_TYPES } from '../model/index.js';
import { at } from './adjacency.js';

/** How much more an entity tells that a paper introduces, and one that others build on, for each doubling of these. */
const INTRODUCED = 0.3;
const BUILT_ON = 0.15;
/** A paper tells this share of what the most telling thing that it introduces does. */
const PAPER = 0.05;
/** The power of the divergence: at 1 hubs come first on 74,000 papers, at 2 what hardly anybody knows. */
const WEIGHT_OF_PLACE = 1.5;
/** Papers spread as all are that are added to those of an entity: two papers in one place may be chance. */
const DOUBT = 2;

const LINKS: ReadonlySet<string> = new Set(PAPER_EDGE_TYPES);

/** Links of papers to entities as parallel arrays, of which the first `count` are filled. */
interface Links {
  readonly papers: Uint32Array;
  readonly entities: Uint32Array;
  count: number;
}

/** @returns a score for each node, in their order: 0 for authors and organizations, never negative */
export function tellingScores({ nodes, edges }: KnowledgeGraph): Float64Array {
  const numberOf = new Map(nodes.map(({ id }, i) => [id, i]));
  const room = () => ({ papers: new Uint32Array(edges.length), entities: new Uint32Array(edges.length), count: 0 });
  const [links, introductions]: [Links, Links] = [room(), room()];
  const add = (to: Links, paper: number, entity: number) => {
    to.papers[to.count] = paper;
    to.entities[to.count++] = entity;
  };
  const kept = new Float64Array(nodes.length).fill(1);
  const descendants = new Uint32Array(nodes.length);
  for (const { source, target, type } of edges) {
    if (type === 'BUILDS_ON') {
      const to = numberOf.get(target);
      if (to !== undefined) descendants[to] = at(descendants, to) + 1;
    }
    if (!LINKS.has(type)) continue;
    const [paper, entity] = [numberOf.get(source), numberOf.get(target)];
    if (paper === undefined || entity === undefined) continue;
    add(links, paper, entity);
    if (type !== 'INTRODUCES') continue;
    add(introductions, paper, entity);
    kept[entity] = 1 + INTRODUCED;
  }
  const divergence = divergences(nodes, links);
  const papers = new Uint32Array(nodes.length);
  for (let i = 0; i < links.count; i++) papers[at(links.entities, i)] = at(papers, at(links.entities, i)) + 1;
  const scores = new Float64Array(nodes.length);
  for (let i = 0; i < nodes.length; i++) {
    const lasting = at(kept, i) + BUILT_ON * Math.log2(1 + at(descendants, i));
    scores[i] = Math.sqrt(at(papers, i)) * at(divergence, i) ** WEIGHT_OF_PLACE * lasting;
  }
  for (let i = 0; i < introductions.count; i++) {
    const [paper, entity] = [at(introductions.papers, i), at(introductions.entities, i)];
    scores[paper] = Math.max(at(scores, paper), PAPER * at(scores, entity));
  }
  return scores;
}

/** For each entity, how far the communities of its papers are from those of all papers, in nats. */
function divergences(nodes: KnowledgeGraph['nodes'], { papers, entities, count: links }: Links): Float64Array {
  const communities = nodes.reduce((most, { community }) => Math.max(most, community), 0) + 1;
  const share = new Float64Array(communities);
  let all = 0;
  for (const { label, community } of nodes) {
    if (label !== 'Paper') continue;
    share[community] = at(share, community) + 1;
    all++;
  }
  for (let i = 0; i < communities; i++) share[i] = at(share, i) / all;
  // The links by entity: those of entity i stand from starts[i] up to starts[i + 1].
  const starts = new Uint32Array(nodes.length + 1);
  for (let i = 0; i < links; i++) starts[at(entities, i) + 1] = at(starts, at(entities, i) + 1) + 1;
  for (let i = 0; i < nodes.length; i++) starts[i + 1] = at(starts, i + 1) + at(starts, i);
  const free = starts.slice();
  const where = new Uint32Array(links);
  for (let i = 0; i < links; i++) {
    const entity = at(entities, i);
    where[at(free, entity)] = nodes[at(papers, i)]?.community ?? 0;
    free[entity] = at(free, entity) + 1;
  }
  const count = new Uint32Array(communities);
  return Float64Array.from(nodes, (_, entity) => {
    const of = where.subarray(at(starts, entity), at(starts, entity + 1));
    if (of.length === 0) return 0;
    for (const community of of) count[community] = at(count, community) + 1;
    let sum = 0;
    let rest = 1;
    for (const community of of) {
      if (count[community] === 0) continue;
      const expected = at(share, community);
      const found = (at(count, community) + DOUBT * expected) / (of.length + DOUBT);
      sum += found * Math.log(found / expected);
      rest -= expected;
      count[community] = 0;
    }
    // Everywhere else there is only the doubt, the same share of what is expected.
    const doubted = DOUBT / (of.length + DOUBT);
    if (rest > 1e-12) sum += rest * doubted * Math.log(doubted);
    return Math.max(0, sum);
  });
}
