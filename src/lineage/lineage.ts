/**
 * The lineage graph: methods, and the steps by which one came from another, without circles. Made once of a knowledge
 * graph; every edge that says of descent is either in a step or kept aside with the reason.
 */
import type { DescentGraph, EntityNode, GraphEdge, PaperEdge } from '../model/index.js';
import { breakCircles } from './circles.js';
import { findNamings } from './namings.js';
import { findOrigins, type Origin } from './origins.js';
import {
  type AsideReason,
  type AsideStep,
  directed,
  joinEdges,
  type LineageEdge,
  type Step,
  weighEdge,
} from './steps.js';

export interface Method {
  readonly node: EntityNode;
  /** The paper that introduced it; undefined where it is older than the papers, or they do not say. */
  readonly origin: Origin | undefined;
  /** The day from which it is known: of its origin, else that of the first paper that speaks of it. */
  readonly date: string | undefined;
  /**
   * Whether it is a class of things or a common tool ("reinforcement learning") rather than one method of somebody: a
   * lineage names it, and goes no further, as what one paper says of it is not so of all that build on it.
   */
  readonly generic: boolean;
}

/** A term, not a proper name, that so many papers use is everybody's, even where one of them introduced it. */
const COMMON_TERM = 5;

export class Lineage {
  readonly methods: readonly Method[];
  /** Without circles, sorted by head and tail. */
  readonly steps: readonly Step[];
  /** Numbers of the steps to what a method came from, the strongest first, and to what came from it. */
  readonly back: readonly (readonly number[])[];
  readonly forth: readonly (readonly number[])[];
  readonly #aside: readonly AsideStep[];
  readonly #numberOf: ReadonlyMap<string, number>;
  readonly #namings: ReadonlyMap<string, PaperEdge>;
  #fields: ReadonlyMap<number, string> | undefined;
  #asideAt: ReadonlyMap<number, readonly AsideStep[]> | undefined;

  constructor(graph: DescentGraph) {
    const origins = findOrigins(graph);
    const entities: EntityNode[] = [];
    const numberOf = new Map<string, number>();
    for (const node of graph.nodes) {
      if (!('aliases' in node)) continue;
      numberOf.set(node.id, entities.length);
      entities.push(node);
    }
    const ends = entities.map((node) => {
      const origin = origins.get(node.id);
      return { node, origin, date: origin?.date ?? node.firstSeen };
    });
    const { steps, aside } = findSteps(graph.edges, numberOf, ends);
    const { kept, cut } = breakCircles(
      steps,
      ends.map(({ date }) => date),
    );
    const lists = () => entities.map((): number[] => []);
    const [back, forth] = [lists(), lists()];
    for (const [index, { head, tail }] of kept.entries()) {
      back[head]?.push(index);
      forth[tail]?.push(index);
    }
    const byWeight = (a: number, b: number) => (kept[b]?.weight ?? 0) - (kept[a]?.weight ?? 0) || a - b;
    for (const list of [...back, ...forth]) if (list.length > 1) list.sort(byWeight);
    this.methods = ends.map((end) => ({ ...end, generic: isGeneric(end) }));
    this.steps = kept;
    this.back = back;
    this.forth = forth;
    this.#aside = [...aside, ...cut];
    this.#numberOf = numberOf;
    this.#namings = findNamings(graph.edges);
  }

  /** The number of a method; undefined for what is no entity of the graph. */
  numberOf(id: string): number | undefined {
    return this.#numberOf.get(id);
  }

  /** @throws RangeError for a number that is none */
  method(number: number): Method {
    const method = this.methods[number];
    if (!method) throw new RangeError(`no method has the number ${number}`);
    return method;
  }

  step(index: number): Step {
    return this.steps[index] as Step;
  }

  /** Of a version that is known by its name: the surest mention of it. */
  namingOf(number: number): PaperEdge | undefined {
    return this.#namings.get(this.method(number).node.id);
  }

  /** Steps at a method that are known and in no lineage, in either direction. */
  asideAt(number: number): readonly AsideStep[] {
    if (!this.#asideAt) {
      const found = new Map<number, AsideStep[]>();
      for (const step of this.#aside) {
        for (const end of [step.head, step.tail]) {
          const list = found.get(end);
          if (list) list.push(step);
          else found.set(end, [step]);
        }
      }
      this.#asideAt = found;
    }
    return this.#asideAt.get(number) ?? [];
  }

  /** What a community is called: its most central entity. */
  fieldName(community: number): string {
    if (!this.#fields) {
      const central = new Map<number, EntityNode>();
      for (const { node } of this.methods) {
        const known = central.get(node.community);
        if (!known || node.pagerank > known.pagerank) central.set(node.community, node);
      }
      this.#fields = new Map([...central].map(([number, { name }]) => [number, name]));
    }
    return this.#fields.get(community) ?? `field ${community}`;
  }

  /** How many steps were kept aside, for each reason. */
  countAside(): Partial<Record<AsideReason, number>> {
    const counts: Partial<Record<AsideReason, number>> = {};
    for (const { reason } of this.#aside) counts[reason] = (counts[reason] ?? 0) + 1;
    return counts;
  }
}

function isGeneric({ node, origin }: Omit<Method, 'generic'>): boolean {
  if (node.label === 'Concept') return true;
  // Generic terms are written in lower case throughout, as the extraction writes them.
  if (node.name !== node.name.toLowerCase() || /\d/.test(node.name)) return false;
  return origin === undefined || node.papers >= COMMON_TERM;
}

function findSteps(
  edges: readonly GraphEdge[],
  numberOf: ReadonlyMap<string, number>,
  ends: readonly Omit<Method, 'generic'>[],
): { steps: Step[]; aside: AsideStep[] } {
  const pairs = new Map<number, { head: number; tail: number; edges: LineageEdge[] }>();
  for (const edge of edges) {
    if (edge.type !== 'BUILDS_ON' && edge.type !== 'PART_OF' && edge.type !== 'VARIANT_OF') continue;
    const ids = directed(edge);
    const [head, tail] = [numberOf.get(ids.head), numberOf.get(ids.tail)];
    if (head === undefined || tail === undefined) continue;
    const key = head * ends.length + tail;
    const pair = pairs.get(key);
    if (pair) pair.edges.push(edge);
    else pairs.set(key, { head, tail, edges: [edge] });
  }
  const steps: Step[] = [];
  const aside: AsideStep[] = [];
  for (const { head, tail, edges: found } of pairs.values()) {
    const [newer, older] = [ends[head], ends[tail]];
    if (!newer || !older) continue;
    const weighed = found.map((edge) => ({ edge, ...weighEdge(edge, newer, older) }));
    const enough = weighed.filter(({ reason }) => reason === undefined);
    if (enough.length > 0) steps.push(joinEdges(head, tail, enough));
    const reason = weighed[0]?.reason;
    if (enough.length === 0 && reason) aside.push({ ...joinEdges(head, tail, weighed), reason });
  }
  steps.sort((a, b) => a.head - b.head || a.tail - b.tail);
  return { steps, aside };
}
