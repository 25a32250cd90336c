/** What the reader chose to see: several choices at once, each of which can be said in a few words and taken back alone. */
import type { EdgeType, NodeLabel } from '../api/types.js';
import { HIDDEN_AT_FIRST, LABELS } from '../theme/palette.js';
import { EDGE_NAMES, LABEL_PLURALS } from '../ui/words.js';

export interface Filters {
  readonly hiddenLabels: ReadonlySet<NodeLabel>;
  readonly hiddenTypes: ReadonlySet<EdgeType>;
  /** Papers of these years only, both ends included. */
  readonly years: readonly [number, number] | undefined;
  /** Whether papers whose year is not known are there, too, where years are chosen. */
  readonly undated: boolean;
  /** Links that are less sure are left out; from 0 to 1. */
  readonly leastConfidence: number;
  /** Entities in fewer papers are left out. */
  readonly leastPapers: number;
  /** Nodes of these communities only; of any where there are none, as with the next two. */
  readonly communities: ReadonlySet<number>;
  /** Papers of these categories, of these organizations, only. */
  readonly categories: ReadonlySet<string>;
  readonly organizations: ReadonlySet<string>;
}

export const NO_FILTERS: Filters = {
  hiddenLabels: new Set(HIDDEN_AT_FIRST),
  hiddenTypes: new Set(),
  years: undefined,
  undated: false,
  leastConfidence: 0,
  leastPapers: 1,
  communities: new Set(),
  categories: new Set(),
  organizations: new Set(),
};

export interface Chip {
  readonly key: string;
  readonly text: string;
  /** The choices without this one. */
  readonly without: Filters;
}

/** @param nameOf a community's name */
export function chipsOf(filters: Filters, nameOf: (community: number) => string): Chip[] {
  const chips: Chip[] = [];
  const add = (key: string, text: string, change: Partial<Filters>) =>
    chips.push({ key, text, without: { ...filters, ...change } });
  for (const label of LABELS) {
    const [hidden, usual] = [filters.hiddenLabels.has(label), HIDDEN_AT_FIRST.includes(label)];
    if (hidden === usual) continue;
    const text = `${hidden ? 'No' : 'With'} ${LABEL_PLURALS[label].toLowerCase()}`;
    add(label, text, { hiddenLabels: toggled(filters.hiddenLabels, label) });
  }
  for (const type of filters.hiddenTypes) {
    add(type, `Without “${EDGE_NAMES[type]}”`, { hiddenTypes: toggled(filters.hiddenTypes, type) });
  }
  if (filters.years) {
    const [from, to] = filters.years;
    add('years', from === to ? String(from) : `${from}–${to}`, { years: undefined, undated: false });
    if (filters.undated) add('undated', 'With papers without a date', { undated: false });
  }
  if (filters.leastConfidence > 0) {
    add('confidence', `At least ${Math.round(100 * filters.leastConfidence)} % sure`, { leastConfidence: 0 });
  }
  if (filters.leastPapers > 1) add('papers', `In at least ${filters.leastPapers} papers`, { leastPapers: 1 });
  for (const community of filters.communities) {
    add(`community ${community}`, nameOf(community), { communities: toggled(filters.communities, community) });
  }
  for (const kind of ['categories', 'organizations'] as const) {
    for (const name of filters[kind]) add(`${kind} ${name}`, name, { [kind]: toggled(filters[kind], name) });
  }
  return chips;
}

export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
