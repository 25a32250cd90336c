/** What a new version of a graph has that the version before had not, and the other way round. */
import { compareText, type GraphEdge, type GraphNode, type NodeLabel } from '../model/index.js';
import type { OpenGraph } from './graph-folder.js';

export interface EdgeKey {
  readonly source: string;
  readonly target: string;
  readonly type: GraphEdge['type'];
}

/** Nodes and edges of both versions, each told in the order of the files; what is the same is not told. */
export class Difference {
  /** The version before. */
  readonly from: OpenGraph;
  readonly addedNodes: GraphNode[] = [];
  readonly changedNodes: GraphNode[] = [];
  /** Nodes of which only ranks are others; the PageRank moves with every paper. */
  readonly rankedNodes: GraphNode[] = [];
  /** Those of them whose ranks by month are others too: they move near a new paper. */
  readonly monthRankedNodes: GraphNode[] = [];
  readonly removedNodes: { id: string; label: NodeLabel }[] = [];
  /** An edge that changed is removed and added. */
  readonly addedEdges: GraphEdge[] = [];
  readonly removedEdges: EdgeKey[] = [];

  constructor(from: OpenGraph) {
    this.from = from;
  }
}

/**
 * Compares as the new version is written: two sorted files are gone through side by side, as texts, so that only lines
 * that differ are parsed.
 */
export class SideBySide<T> {
  readonly #before: Iterator<string>;
  readonly #how: Comparison<T>;
  #line: string | undefined;
  #item: T | undefined;

  constructor(before: Iterator<string>, how: Comparison<T>) {
    this.#before = before;
    this.#how = how;
    this.#advance();
  }

  /** The next line of the new file. */
  next(now: T, line: string): void {
    while (this.#line !== undefined) {
      if (this.#line === line || this.#how.passes?.(this.#line, line, now)) {
        this.#advance();
        return;
      }
      this.#item ??= JSON.parse(this.#line) as T;
      const order = this.#how.order(this.#item, now);
      if (order > 0) break;
      this.#how.tell(this.#item, order === 0 ? now : undefined);
      this.#advance();
      if (order === 0) return;
    }
    this.#how.tell(undefined, now);
  }

  /** After the last line: what is left of the earlier file is no more. */
  end(): void {
    for (; this.#line !== undefined; this.#advance()) this.#how.tell(JSON.parse(this.#line) as T, undefined);
  }

  #advance(): void {
    const { done, value } = this.#before.next();
    this.#line = done ? undefined : value;
    this.#item = undefined;
  }
}

interface Comparison<T> {
  order(before: T, now: T): number;
  /** Whether two lines that differ need no telling. */
  passes?(before: string, line: string, now: T): boolean;
  /** Of two items with equal keys both are given, of others one. */
  tell(before: T | undefined, now: T | undefined): void;
}

const RANK = /"pagerank":[^,}]+/;
const MONTH_RANKS = /"monthRanks":\[[^\][]*\]/;

export function compareNodes(lines: Iterator<string>, found: Difference): SideBySide<GraphNode> {
  return new SideBySide<GraphNode>(lines, {
    order: (a, b) => compareText(a.id, b.id),
    passes(before, line, now) {
      const [was, is] = [before.replace(RANK, ''), line.replace(RANK, '')];
      if (was !== is) {
        if (was.replace(MONTH_RANKS, '') !== is.replace(MONTH_RANKS, '')) return false;
        found.monthRankedNodes.push(now);
      }
      found.rankedNodes.push(now);
      return true;
    },
    tell(before, now) {
      if (before !== undefined && before.label !== now?.label) found.removedNodes.push(before);
      if (now === undefined) return;
      if (before?.label === now.label) found.changedNodes.push(now);
      else found.addedNodes.push(now);
    },
  });
}

export function compareEdges(lines: Iterator<string>, found: Difference): SideBySide<GraphEdge> {
  return new SideBySide<GraphEdge>(lines, {
    order: (a, b) => compareText(a.source, b.source) || compareText(a.target, b.target) || compareText(a.type, b.type),
    tell(before, now) {
      if (before !== undefined) found.removedEdges.push(before);
      if (now !== undefined) found.addedEdges.push(now);
    },
  });
}
