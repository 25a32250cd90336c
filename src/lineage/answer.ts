/** A lineage in full: the methods with their dates and papers, the steps with their sentences, ready to print or serve. */
import {
  type DatedPaper,
  type DescentGraph,
  type EntityEdge,
  type LineageAnswer,
  type LineageMethod,
  type LineageStatement,
  type LineageStep,
  paperText,
} from '../model/index.js';
import { commonAncestors, findChains } from './chains.js';
import type { Lineage } from './lineage.js';
import { mainArcs } from './main-arcs.js';
import { mainPaths, mainPathThrough } from './main-path.js';
import { findShortcuts } from './shortcuts.js';
import { type AsideStep, kindOfStep, type Step } from './steps.js';
import { type WalkOptions, walk } from './walk.js';

/** What is left out is listed so far. */
const LISTED_ASIDE = 20;
/** Chains between two methods that are told apart. */
const MOST_CHAINS = 4;
/** On the main path of a whole graph a step must be as clear as this. */
const CLEAR = 0.3;

export type NodeOf = (id: string) => DescentGraph['nodes'][number] | undefined;

/** @param from number of the method asked about */
export function lineageOf(lineage: Lineage, nodeOf: NodeOf, from: number, options: WalkOptions): LineageAnswer {
  // It is the same path however many methods are shown; they are the first to be shown.
  const found = walk(lineage, from, options, (steps) => mainPathAt(lineage, from, steps));
  const teller = new Teller(lineage, nodeOf);
  const arcs = found.shown.map((index) => lineage.step(index));
  const path = found.first.filter((number) => found.steps.has(number));
  return {
    of: lineage.method(from).node.id,
    methods: [...found.steps].map(([number, steps]) => teller.method(number, steps, found.hidden.get(number))),
    steps: teller.steps(arcs, path),
    mainPath: path.map((number) => lineage.method(number).node.id),
    aside: teller.aside(from),
    shown: found.steps.size,
    total: found.ancestors + found.descendants + 1,
  };
}

function mainPathAt(lineage: Lineage, from: number, steps: readonly number[]): number[] {
  const arcs = mainArcs(
    lineage,
    steps.map((index) => lineage.step(index)),
    from,
  );
  return mainPathThrough(arcs, from);
}

/** How two methods are related: one came from the other, over these chains, or both from a third. */
export function relationOf(lineage: Lineage, nodeOf: NodeOf, from: number, to: number): LineageAnswer {
  const back = findChains(lineage, from, to, MOST_CHAINS);
  const forth = back.length > 0 ? [] : findChains(lineage, to, from, MOST_CHAINS);
  const common = back.length + forth.length > 0 ? undefined : commonAncestors(lineage, from, to, 1)[0];
  const chains = [...back, ...forth, ...(common?.chains ?? [])];
  const steps = new Map([[from, 0]]);
  for (const chain of chains) {
    const up = chain[0] === from;
    for (const [place, number] of chain.entries()) {
      if (!steps.has(number)) steps.set(number, up ? -place : chain.length - 1 - place);
    }
  }
  if (chains.length === 0) steps.set(to, 0);
  const arcs = new Map<string, Step>();
  for (const chain of chains) {
    for (const [place, tail] of chain.slice(1).entries()) {
      const head = chain[place];
      const step =
        lineage.steps[(lineage.back[head ?? -1] ?? []).find((index) => lineage.step(index).tail === tail) ?? -1];
      if (step) arcs.set(`${step.head} ${step.tail}`, step);
    }
  }
  const best = common ? common.chains.flatMap((chain, i) => (i === 0 ? chain : [])) : (chains[0] ?? []);
  const teller = new Teller(lineage, nodeOf);
  return {
    of: lineage.method(from).node.id,
    to: lineage.method(to).node.id,
    relation: back.length > 0 ? 'descends' : forth.length > 0 ? 'is an ancestor' : common ? 'common ancestor' : 'none',
    methods: [...steps].map(([number, distance]) => teller.method(number, distance)),
    steps: teller.steps([...arcs.values()], ...(common ? common.chains : [best])),
    mainPath: best.map((number) => lineage.method(number).node.id),
    aside: [],
    shown: steps.size,
    total: steps.size,
  };
}

/**
 * The main path of the whole graph, and those that carry most of the traffic after it.
 * @param most paths, at most
 */
export function mainPathsOf(lineage: Lineage, nodeOf: NodeOf, most: number): LineageAnswer {
  const clear = mainArcs(
    lineage,
    lineage.steps.filter(({ weight }) => weight >= CLEAR),
  );
  const paths = mainPaths(clear, most);
  const onPath = new Map(
    paths.flatMap((path, number) => path.map((node, place) => [node, { number, place }] as const)),
  );
  const arcs = clear.filter(({ head, tail }) => {
    const [newer, older] = [onPath.get(head), onPath.get(tail)];
    return newer && older && newer.number === older.number && newer.place + 1 === older.place;
  });
  const teller = new Teller(lineage, nodeOf);
  return {
    methods: [...onPath].map(([number, { place }]) => teller.method(number, -place)),
    steps: teller.steps(arcs, ...paths.slice(0, 1)),
    mainPath: (paths[0] ?? []).map((number) => lineage.method(number).node.id),
    aside: [],
    shown: onPath.size,
    total: onPath.size,
  };
}

/** Methods and steps as plain data, with the titles of papers. */
export class Teller {
  readonly #lineage: Lineage;
  readonly #nodeOf: NodeOf;

  constructor(lineage: Lineage, nodeOf: NodeOf) {
    this.#lineage = lineage;
    this.#nodeOf = nodeOf;
  }

  method(number: number, steps: number, hidden?: number): LineageMethod {
    const { node, origin, date, generic } = this.#lineage.method(number);
    return {
      id: node.id,
      label: node.label,
      name: node.name,
      ...(date === undefined ? {} : { date }),
      dated: date === undefined ? 'unknown' : origin?.date === undefined ? 'first seen' : 'introduced',
      ...(origin ? { paper: { id: origin.paper, title: this.#title(origin.paper) } } : {}),
      papers: node.papers,
      community: node.community,
      generic,
      steps,
      children: this.#lineage.forth[number]?.length ?? 0,
      parents: this.#lineage.back[number]?.length ?? 0,
      ...(hidden === undefined ? {} : { hidden }),
    };
  }

  /** @param paths numbers of methods, whose steps are on the main path */
  steps(arcs: readonly Step[], ...paths: (readonly number[])[]): LineageStep[] {
    const main = new Set(paths.flatMap((path) => path.slice(1).map((tail, place) => `${path[place]} ${tail}`)));
    const shortcuts = findShortcuts(arcs);
    return arcs.map((arc, index) => {
      const onMain = main.has(`${arc.head} ${arc.tail}`);
      const over = onMain ? undefined : shortcuts.get(index);
      return {
        ...this.#step(arc),
        main: onMain,
        ...(over ? { over: over.map((number) => this.#lineage.method(number).node.id) } : {}),
      };
    });
  }

  /** The steps at a method that are left out, the best evidenced first. */
  aside(number: number): LineageAnswer['aside'] {
    const told = (step: AsideStep) => ({
      ...this.#step(step),
      names: [this.#lineage.method(step.head).node.name, this.#lineage.method(step.tail).node.name] as [string, string],
      reason: step.reason,
      ...(step.circle ? { circle: step.circle.map((at) => this.#lineage.method(at).node.id) } : {}),
    });
    return [...this.#lineage.asideAt(number)]
      .filter(({ reason }) => reason !== 'own-part')
      .sort((a, b) => b.weight - a.weight || a.head - b.head || a.tail - b.tail)
      .slice(0, LISTED_ASIDE)
      .map(told);
  }

  /** What papers say of a step. */
  statements({ edges }: Pick<Step, 'edges'>): LineageStatement[] {
    return edges.flatMap((edge) => ('papers' in edge ? this.statementsOf(edge) : []));
  }

  /** The statements of one edge, oldest first. */
  statementsOf(edge: EntityEdge): LineageStatement[] {
    return edge.papers.map((paper, i) =>
      this.#statement(paper, {
        evidence: edge.evidence[i] ?? '',
        start: edge.starts[i] ?? 0,
        end: edge.ends[i] ?? 0,
      }),
    );
  }

  #step({ head, tail, edges, weight, own }: Step): Omit<LineageStep, 'main' | 'over'> {
    const kind = kindOfStep({ edges }, this.#lineage.method(tail).node);
    const statements = this.statements({ edges });
    const naming = statements.length === 0 ? this.#lineage.namingOf(head) : undefined;
    const rule = edges.flatMap((edge) => (edge.type === 'VARIANT_OF' ? [edge.rule] : []))[0];
    return {
      head: this.#lineage.method(head).node.id,
      tail: this.#lineage.method(tail).node.id,
      ...(kind === undefined ? {} : { kind }),
      types: edges.map(({ type }) => type),
      confidence: edges[0]?.confidence ?? 0,
      weight: Math.round(weight * 1000) / 1000,
      own,
      statements,
      ...(rule === undefined ? {} : { rule }),
      ...(naming ? { naming: this.#statement(naming.source, naming) } : {}),
    };
  }

  #statement(
    paper: string,
    { evidence, start, end }: Pick<LineageStatement, 'evidence' | 'start' | 'end'>,
  ): LineageStatement {
    const node = this.#nodeOf(paper);
    const { date, ...read } = node?.label === 'Paper' ? node : {};
    const text = textOf(read);
    return {
      paper,
      title: this.#title(paper),
      ...(date === undefined ? {} : { date }),
      evidence,
      start,
      end,
      ...(text === undefined ? {} : { text: { title: text.indexOf('\n'), length: text.length } }),
    };
  }

  #title(paper: string): string {
    return this.#nodeOf(paper)?.name ?? paper;
  }
}

function textOf({ title, titleFrom, abstract }: Partial<DatedPaper>): string | undefined {
  return title === undefined || abstract === undefined
    ? undefined
    : paperText({ title, abstract, ...(titleFrom ? { titleFrom } : {}) });
}
