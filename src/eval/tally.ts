/** What is counted in one paper for every figure; figures and their intervals are sums of these. */
import { ENTITY_TYPES, ROLES } from '../model/index.js';
import type { ComparedPaper } from './compare.js';

/** Figures that are sums over papers, each from three counts: right, predicted, gold. */
export const TALLIED = [
  'entity',
  'span',
  'edge',
  'intro',
  'relation',
  'lineage',
  'named',
  ...ENTITY_TYPES.map((type) => `type ${type}` as const),
  ...ROLES.map((role) => `role ${role}` as const),
] as const;
export type Tallied = (typeof TALLIED)[number];

const WIDTH = 3;
const PLACE = new Map<string, number>(TALLIED.map((name, i) => [name, i * WIDTH]));

/** Right, predicted and gold of every tallied figure, one after the other. */
export type Tally = Float64Array;

export interface Counts {
  readonly right: number;
  readonly predicted: number;
  readonly gold: number;
}

export function countsOf(tally: Tally, name: Tallied): Counts {
  const at = PLACE.get(name) as number;
  return { right: tally[at] ?? 0, predicted: tally[at + 1] ?? 0, gold: tally[at + 2] ?? 0 };
}

/** The sum of the tallies of the papers of these numbers; a number may come more than once. */
export function sumTallies(tallies: readonly Tally[], papers: Iterable<number>): Tally {
  const sum = new Float64Array(TALLIED.length * WIDTH);
  for (const paper of papers) {
    const tally = tallies[paper];
    if (tally) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (tally[i] as number);
  }
  return sum;
}

/** A proper name has a capital or a digit after its first letter. */
const PROPER = /[^\n][A-Z0-9]/;

export function tallyPaper({ gold, predicted, pairs, goldRelations, relations }: ComparedPaper): Tally {
  const tally = new Float64Array(TALLIED.length * WIDTH);
  const add = (name: string, right: number, predicted: number, gold: number) => {
    const at = PLACE.get(name);
    // A type or a role that is none of ours has no row of its own.
    if (at === undefined) return;
    tally[at] = (tally[at] as number) + right;
    tally[at + 1] = (tally[at + 1] as number) + predicted;
    tally[at + 2] = (tally[at + 2] as number) + gold;
  };
  const found = predicted?.entities ?? [];
  for (const [i, { name, type, role }] of gold.entities.entries()) {
    const partner = found[pairs.get(i) ?? -1];
    const typed = partner?.type === type ? 1 : 0;
    const edge = typed && partner?.role === role ? 1 : 0;
    add('span', partner ? 1 : 0, 0, 1);
    add('entity', typed, 0, 1);
    add(`type ${type}`, typed, 0, 1);
    add('edge', edge, 0, 1);
    add(`role ${role}`, edge, 0, 1);
    if (role === 'introduces') add('intro', edge, 0, 1);
    if (PROPER.test(name)) add('named', partner ? 1 : 0, 0, 1);
  }
  for (const { type, role } of found) {
    for (const name of ['span', 'entity', `type ${type}`, 'edge', `role ${role}`]) add(name, 0, 1, 0);
    if (role === 'introduces') add('intro', 0, 1, 0);
  }
  for (const type of goldRelations) {
    add('relation', 0, 0, 1);
    if (type === 'BUILDS_ON') add('lineage', 0, 0, 1);
  }
  for (const { type, right } of relations) {
    add('relation', right ? 1 : 0, 1, 0);
    if (type === 'BUILDS_ON') add('lineage', right ? 1 : 0, 1, 0);
  }
  return tally;
}
