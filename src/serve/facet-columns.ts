/** What nodes and edges can be chosen by, as typed arrays, a place for each: counting then reads nothing else. */
import type { Incidence } from '../graph/index.js';
import { compareText, EDGE_TYPES, NODE_LABELS } from '../model/index.js';

/** A paper's names of one kind, its categories say, as numbers. */
export class Names {
  /** Those of number i. */
  readonly all: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  /** The names of node i stand from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;

  constructor(nodes: number, namesOf: (node: number) => readonly string[]) {
    const numbers = new Map<string, number>();
    const list: number[] = [];
    this.starts = new Uint32Array(nodes + 1);
    for (let i = 0; i < nodes; i++) {
      const from = list.length;
      for (const name of namesOf(i)) {
        const number = numbers.get(name) ?? numbers.size;
        numbers.set(name, number);
        if (!list.includes(number, from)) list.push(number);
      }
      this.starts[i + 1] = list.length;
    }
    this.numbers = Uint32Array.from(list);
    this.all = [...numbers.keys()];
    this.#numbers = numbers;
  }

  /** Of the names of each number, whether it is among these; undefined where none are asked for. */
  among(names: readonly string[] | undefined): Uint8Array | undefined {
    if (!names) return undefined;
    const chosen = new Uint8Array(this.all.length);
    for (const name of names) {
      const number = this.#numbers.get(name);
      if (number !== undefined) chosen[number] = 1;
    }
    return chosen;
  }

  /** Whether a node has one of those that are chosen. */
  hasOne(node: number, chosen: Uint8Array): boolean {
    for (let j = this.starts[node] ?? 0; j < (this.starts[node + 1] ?? 0); j++) {
      if (chosen[this.numbers[j] ?? 0] === 1) return true;
    }
    return false;
  }

  /** Counts a node for each of its names. */
  add(counts: Uint32Array, node: number): void {
    for (let j = this.starts[node] ?? 0; j < (this.starts[node + 1] ?? 0); j++) {
      const number = this.numbers[j] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }

  count(name: string, counts: Uint32Array): number {
    return counts[this.#numbers.get(name) ?? -1] ?? 0;
  }

  /** The commonest first. */
  commonest(most: number): string[] {
    const counts = new Uint32Array(this.all.length);
    for (const number of this.numbers) counts[number] = (counts[number] ?? 0) + 1;
    return [...this.all]
      .sort((a, b) => this.count(b, counts) - this.count(a, counts) || compareText(a, b))
      .slice(0, most);
  }
}

const NONE: readonly string[] = [];

export class FacetColumns {
  /** Numbers of `NODE_LABELS`. */
  readonly labels: Uint8Array;
  readonly isPaper: Uint8Array;
  readonly communities: Int32Array;
  /** Of entities, in how many papers they are; of others, so many that nobody asks for more. */
  readonly papers: Uint32Array;
  /** Numbers of `years`; of papers without a date and of all others, how many years there are. */
  readonly yearOf: Uint16Array;
  /** Ascending. */
  readonly years: readonly number[];
  readonly categories: Names;
  readonly organizations: Names;
  /** Numbers of `EDGE_TYPES`, and how sure each edge is. */
  readonly types: Uint8Array;
  readonly confidence: Float64Array;

  constructor({ graph: { nodes, edges } }: Incidence) {
    this.labels = new Uint8Array(nodes.length);
    this.isPaper = new Uint8Array(nodes.length);
    this.communities = new Int32Array(nodes.length);
    this.papers = new Uint32Array(nodes.length).fill(2 ** 32 - 1);
    const years = new Set<number>();
    for (const [i, node] of nodes.entries()) {
      this.labels[i] = NODE_LABELS.indexOf(node.label);
      this.communities[i] = node.community;
      if ('papers' in node) this.papers[i] = node.papers;
      if (node.label !== 'Paper') continue;
      this.isPaper[i] = 1;
      if (node.year !== undefined) years.add(node.year);
    }
    this.years = [...years].sort((a, b) => a - b);
    const places = new Map(this.years.map((year, place) => [year, place]));
    this.yearOf = new Uint16Array(nodes.length).fill(this.years.length);
    for (const [i, node] of nodes.entries()) {
      if (node.label === 'Paper' && node.year !== undefined) this.yearOf[i] = places.get(node.year) ?? 0;
    }
    const papersOnly = (of: 'categories' | 'organizations') => (i: number) => {
      const node = nodes[i];
      return node?.label === 'Paper' ? node[of] : NONE;
    };
    this.categories = new Names(nodes.length, papersOnly('categories'));
    this.organizations = new Names(nodes.length, papersOnly('organizations'));
    this.types = new Uint8Array(edges.length);
    this.confidence = new Float64Array(edges.length);
    for (const [i, { type, confidence }] of edges.entries()) {
      this.types[i] = EDGE_TYPES.indexOf(type);
      this.confidence[i] = confidence;
    }
  }
}
