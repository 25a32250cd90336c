/** A method in full: what stands beside it, what came of it, whom it beats and on what, and when it was spoken of. */
import { compareText, type EntityNode, type GraphEdge, type MethodProfile, type MethodRef } from '../model/index.js';
import { type NodeOf, Teller } from './answer.js';
import { findBranches, findChanges, findCrossings, refOf } from './descendants.js';
import type { Lineage } from './lineage.js';
import { timelineOf } from './timeline.js';

const SIBLINGS = 12;
const BRANCHES = 20;
const CROSSINGS = 12;
const RIVALS = 12;
const BENCHMARKS = 20;

/** Edges of the graph at a node, in either direction. */
export type EdgesAt = (id: string) => readonly GraphEdge[];

/** @param end the day of the newest paper of the graph */
export function profileOf(
  lineage: Lineage,
  nodeOf: NodeOf,
  edgesAt: EdgesAt,
  number: number,
  end: string | undefined,
): MethodProfile {
  const { node } = lineage.method(number);
  const teller = new Teller(lineage, nodeOf);
  const edges = edgesAt(node.id);
  const siblings = findSiblings(lineage, number);
  const branches = findBranches(lineage, number, end);
  const rivals = findRivals(node.id, edges, nodeOf, teller);
  return {
    method: teller.method(number, 0),
    aliases: node.aliases,
    ...(node.lastSeen === undefined ? {} : { lastSeen: node.lastSeen }),
    siblings: siblings.slice(0, SIBLINGS),
    siblingCount: siblings.length,
    changes: findChanges(lineage, teller, number),
    branches: branches.slice(0, BRANCHES),
    branchCount: branches.length,
    crossings: findCrossings(lineage, number).slice(0, CROSSINGS),
    beats: rivals.beats.slice(0, RIVALS),
    beatsCount: rivals.beats.length,
    beatenBy: rivals.beatenBy.slice(0, RIVALS),
    beatenByCount: rivals.beatenBy.length,
    benchmarks: findBenchmarks(node.id, edges, edgesAt, nodeOf).slice(0, BENCHMARKS),
    timeline: timelineOf(node.id, edges, nodeOf),
  };
}

/** What came from the same methods; a rare ancestor in common says more than one that hundreds share. */
function findSiblings(lineage: Lineage, number: number): MethodProfile['siblings'] {
  const scores = new Map<number, { score: number; shared: number[] }>();
  for (const index of lineage.back[number] ?? []) {
    const parent = lineage.step(index).tail;
    if (lineage.method(parent).generic) continue;
    const children = lineage.forth[parent] ?? [];
    for (const child of children) {
      const { head } = lineage.step(child);
      if (head === number) continue;
      const found = scores.get(head) ?? { score: 0, shared: [] };
      found.score += 1 / Math.log2(1 + children.length);
      found.shared.push(parent);
      scores.set(head, found);
    }
  }
  return [...scores]
    .sort(([a, one], [b, two]) => two.score - one.score || a - b)
    .map(([head, { shared }]) => ({
      method: refOf(lineage, head),
      shared: shared.map((parent) => refOf(lineage, parent)),
    }));
}

function findRivals(id: string, edges: readonly GraphEdge[], nodeOf: NodeOf, teller: Teller) {
  const found = { beats: [] as MethodProfile['beats'], beatenBy: [] as MethodProfile['beatenBy'] };
  for (const edge of edges) {
    if (edge.type !== 'OUTPERFORMS') continue;
    const wins = edge.source === id;
    const rival = toRef(nodeOf(wins ? edge.target : edge.source));
    if (!rival) continue;
    (wins ? found.beats : found.beatenBy).push({
      method: rival,
      benchmarks: edge.benchmarks.flatMap((benchmark) => toRef(nodeOf(benchmark)) ?? []),
      confidence: edge.confidence,
      statements: teller.statementsOf(edge),
    });
  }
  for (const list of [found.beats, found.beatenBy]) {
    list.sort(
      (a, b) =>
        b.statements.length - a.statements.length ||
        b.confidence - a.confidence ||
        compareText(a.method.id, b.method.id),
    );
  }
  return found;
}

/** On what the papers that introduce it are evaluated, and what its victories name; the most named first. */
function findBenchmarks(
  id: string,
  edges: readonly GraphEdge[],
  edgesAt: EdgesAt,
  nodeOf: NodeOf,
): MethodProfile['benchmarks'] {
  const papers = new Map<string, Set<string>>();
  const add = (benchmark: string, paper: string) =>
    papers.set(benchmark, (papers.get(benchmark) ?? new Set()).add(paper));
  for (const edge of edges) {
    if (edge.type === 'INTRODUCES' && edge.target === id) {
      for (const other of edgesAt(edge.source)) {
        if (other.type === 'EVALUATES_ON' && other.source === edge.source) add(other.target, edge.source);
      }
    } else if (edge.type === 'OUTPERFORMS' && edge.source === id) {
      for (const benchmark of edge.benchmarks) for (const paper of edge.papers) add(benchmark, paper);
    }
  }
  return [...papers]
    .flatMap(([benchmark, by]) => {
      const method = toRef(nodeOf(benchmark));
      return method && benchmark !== id ? { method, papers: by.size } : [];
    })
    .sort((a, b) => b.papers - a.papers || compareText(a.method.id, b.method.id));
}

function toRef(node: ReturnType<NodeOf>): MethodRef | undefined {
  return node && 'aliases' in node ? entityRef(node) : undefined;
}

function entityRef({ id, label, name, firstSeen }: EntityNode): MethodRef {
  return { id, label, name, ...(firstSeen === undefined ? {} : { date: firstSeen }) };
}
