/** What came of a method, as a whole: what those after it changed, which branches grew or ended, and which fields took it up. */
import { compareText, type MethodProfile, type MethodRef } from '../model/index.js';
import type { Teller } from './answer.js';
import { monthNumber } from './dates.js';
import type { Lineage } from './lineage.js';
import { kindOfStep, type Step, type StepKind } from './steps.js';

/** What began so many months before the end of the graph, or later, is recent. */
const RECENT_MONTHS = 6;
const EXAMPLES = 3;
/** A field is told of where something reached it within so many steps. */
const CROSSING_DEPTH = 3;

export function refOf(lineage: Lineage, number: number): MethodRef {
  const { node, date } = lineage.method(number);
  return { id: node.id, label: node.label, name: node.name, ...(date === undefined ? {} : { date }) };
}

/** What direct descendants did, by kind, the commonest kind first; each with its best evidenced examples. */
export function findChanges(lineage: Lineage, teller: Teller, number: number): MethodProfile['changes'] {
  const byKind = new Map<StepKind | undefined, Step[]>();
  for (const index of lineage.forth[number] ?? []) {
    const step = lineage.step(index);
    const kind = kindOfStep(step, lineage.method(number).node);
    const list = byKind.get(kind);
    if (list) list.push(step);
    else byKind.set(kind, [step]);
  }
  return [...byKind]
    .sort(([a, one], [b, two]) => two.length - one.length || compareText(a ?? '~', b ?? '~'))
    .map(([kind, steps]) => ({
      ...(kind === undefined ? {} : { kind }),
      count: steps.length,
      examples: steps.slice(0, EXAMPLES).map((step) => {
        const statement = teller.statements(step)[0];
        return { method: refOf(lineage, step.head), ...(statement ? { statement } : {}) };
      }),
    }));
}

/** A branch is a direct descendant with all that came from it; one method may be in several. The largest first. */
export function findBranches(lineage: Lineage, number: number, end: string | undefined): MethodProfile['branches'] {
  const now = end === undefined ? 0 : monthNumber(end);
  return (lineage.forth[number] ?? [])
    .map((index) => {
      const first = lineage.step(index).head;
      const dates = [...reachFrom(lineage, first).keys()].flatMap((member) => lineage.method(member).date ?? []);
      const members = reachFrom(lineage, first).size;
      const recent = dates.filter((date) => now - monthNumber(date) < RECENT_MONTHS).length;
      const last = dates.sort(compareText).at(-1);
      const state: 'growing' | 'ended' | 'young' = recent === 0 ? 'ended' : members > 1 ? 'growing' : 'young';
      const method = refOf(lineage, first);
      return { method, size: members, recent, ...(last === undefined ? {} : { last }), state };
    })
    .sort((a, b) => b.size - a.size || b.recent - a.recent || compareText(a.method.id, b.method.id));
}

/** When other communities took the method up: in each the first that came from it, by date. */
export function findCrossings(lineage: Lineage, number: number): MethodProfile['crossings'] {
  const home = lineage.method(number).node.community;
  const cameFrom = reachFrom(lineage, number, CROSSING_DEPTH);
  const fields = new Map<number, number[]>();
  for (const member of cameFrom.keys()) {
    const { node, date, generic } = lineage.method(member);
    if (member === number || node.community === home || generic || date === undefined) continue;
    const list = fields.get(node.community);
    if (list) list.push(member);
    else fields.set(node.community, [member]);
  }
  const dateOf = (member: number) => lineage.method(member).date ?? '~';
  return [...fields]
    .flatMap(([community, members]) => {
      const first = members.sort((a, b) => compareText(dateOf(a), dateOf(b)) || a - b)[0];
      if (first === undefined) return [];
      const chain = [first];
      for (let at = cameFrom.get(first); at !== undefined; at = cameFrom.get(at)) chain.push(at);
      return {
        community,
        field: lineage.fieldName(community),
        first: refOf(lineage, first),
        methods: members.length,
        chain: chain.map((member) => refOf(lineage, member)),
      };
    })
    .sort((a, b) => compareText(a.first.date ?? '~', b.first.date ?? '~') || a.community - b.community);
}

/** All that came from a method, itself included, each with the one before it; common tools are not walked through. */
function reachFrom(
  lineage: Lineage,
  number: number,
  depth = Number.POSITIVE_INFINITY,
): Map<number, number | undefined> {
  const cameFrom = new Map<number, number | undefined>([[number, undefined]]);
  let level = [number];
  for (let steps = 0; steps < depth && level.length > 0; steps++) {
    const next: number[] = [];
    for (const node of level) {
      if (node !== number && lineage.method(node).generic) continue;
      for (const index of lineage.forth[node] ?? []) {
        const { head } = lineage.step(index);
        if (cameFrom.has(head)) continue;
        cameFrom.set(head, node);
        next.push(head);
      }
    }
    level = next;
  }
  return cameFrom;
}
