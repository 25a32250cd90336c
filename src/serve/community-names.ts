/**
 * Communities named by their own terms: the entities that its papers speak of and others hardly do. A term counts by its
 * papers inside the community times a power of the share of all its papers that these are. The second term says something
 * else than the first, and goes with it: two matters that only share a community would make an odd name. What names one
 * names no smaller one.
 */
import { compareText, type GraphEdge, type GraphNode, type NodeLabel } from '../model/index.js';

export interface NamedCommunity {
  readonly community: number;
  /** Its most telling terms, the first the most; the number where no paper of it speaks of anything. */
  readonly name: string;
  /** What the name is made of. */
  readonly terms: readonly string[];
  /** Papers and entities in it. */
  readonly nodes: number;
}

/** Share of the first term's weight below which another only says what all communities speak of. */
const TELLING = 0.15;
/** The larger, the rarer outside must be what names a community. */
const OWN = 1.5;
/** What is worked on says more about a field than what it is measured by, or the model of a year. */
const BY_LABEL: Readonly<Partial<Record<NodeLabel, number>>> = { Concept: 1, Technique: 1, Model: 0.3, Benchmark: 0.3 };

/** Taken from the number of papers: what a single one speaks of is that paper's own matter, and the last resort. */
const ALONE = 0.9;
/** A speed-up or a share is no matter at all. */
const FIGURE = /^[\d.,]+\s*[x×%~∼]/u;
/** Letters by which a word is known, whatever its ending. */
const STEM = 5;

interface Term {
  readonly node: GraphNode;
  /** Papers of the community that speak of it. */
  readonly papers: ReadonlySet<string>;
  readonly weight: number;
}

/** The largest communities first. @param isCounted labels that count for the size */
export function nameCommunities(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  isCounted: (label: NodeLabel) => boolean,
): NamedCommunity[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sizes = new Map<number, number>();
  for (const { community, label } of nodes) {
    if (isCounted(label)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  }
  const inside = new Map<number, Map<GraphNode, Set<string>>>();
  for (const { source, target } of edges) {
    const [paper, entity] = [byId.get(source), byId.get(target)];
    if (paper?.label !== 'Paper' || entity === undefined || !('papers' in entity)) continue;
    const terms = inside.get(paper.community) ?? new Map<GraphNode, Set<string>>();
    inside.set(paper.community, terms.set(entity, (terms.get(entity) ?? new Set()).add(paper.id)));
  }
  const papers = new Map<number, number>();
  for (const { community, label } of nodes) {
    if (label === 'Paper') papers.set(community, (papers.get(community) ?? 0) + 1);
  }
  const taken = new Set<GraphNode>();
  return [...sizes]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .map(([community, size]) => {
      const [first, ...others] = [...(inside.get(community) ?? [])]
        .flatMap(([node, of]): Term[] =>
          taken.has(node) ? [] : [{ node, papers: of, weight: weightOf(node, of.size) }],
        )
        .sort((a, b) => b.weight - a.weight || compareText(a.node.id, b.node.id));
      if (!first) return { community, name: `community ${community}`, terms: [`community ${community}`], nodes: size };
      const second = others.find(
        (term) =>
          term.weight >= TELLING * first.weight &&
          saysElse(first.node.name, term.node.name) &&
          goTogether(first, term, papers.get(community) ?? 0),
      );
      const telling = second ? [first.node, second.node] : [first.node];
      for (const node of telling) taken.add(node);
      const names = telling.map(({ name }) => name);
      return { community, name: names.join(', '), terms: names, nodes: size };
    });
}

function weightOf(node: GraphNode, papersInside: number): number {
  if (FIGURE.test(node.name)) return 0;
  const all = 'papers' in node ? Math.max(1, node.papers) : 1;
  return (BY_LABEL[node.label] ?? 0) * (papersInside - ALONE) * (papersInside / all) ** OWN;
}

/** Whether neither name holds all the words of the other one, in whatever form: a quantization is no other matter than post-training quantization. */
function saysElse(a: string, b: string): boolean {
  const [some, others] = [stemsOf(a), stemsOf(b)];
  const within = (inner: ReadonlySet<string>, outer: ReadonlySet<string>) =>
    [...inner].every((stem) => outer.has(stem));
  return !within(some, others) && !within(others, some);
}

/** The beginnings of its words: detection and detectors begin alike. */
function stemsOf(name: string): ReadonlySet<string> {
  return new Set((name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, STEM)));
}

/** Whether papers speak of both no less often than chance has it. @param all papers of the community */
function goTogether(a: Term, b: Term, all: number): boolean {
  let both = 0;
  for (const paper of a.papers) if (b.papers.has(paper)) both++;
  return both > 0 && both * all >= a.papers.size * b.papers.size;
}
