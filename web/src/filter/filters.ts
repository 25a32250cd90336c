/** What the reader chose to see: several choices at once, each of which can be said in a few words and taken back alone. */
import type { EdgeType, NodeLabel } from '../api/types.js';
import { HIDDEN_AT_FIRST, LABELS } from '../theme/palette.js';
import { EDGE_NAMES, LABEL_PLURALS } from '../ui/words.js';

export interface Filters {
  readonly hiddenLabels: ReadonlySet<NodeLabel>;
  readonly hiddenTypes: ReadonlySet<EdgeType>;
  /** Papers of these years only, both ends included. */
  readonly years: readonly [number, number] | undefined;
  /** Links that are less sure are left out; from 0 to 1. */
  readonly leastConfidence: number;
  /** Entities in fewer papers are left out. */
  readonly leastPapers: number;
  readonly community: number | undefined;
  /** Papers of this category, of this organization, only. */
  readonly category: string | undefined;
  readonly organization: string | undefined;
}

export const NO_FILTERS: Filters = {
  hiddenLabels: new Set(HIDDEN_AT_FIRST),
  hiddenTypes: new Set(),
  years: undefined,
  leastConfidence: 0,
  leastPapers: 1,
  community: undefined,
  category: undefined,
  organization: undefined,
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
    add('years', from === to ? String(from) : `${from}–${to}`, { years: undefined });
  }
  if (filters.leastConfidence > 0) {
    add('confidence', `At least ${Math.round(100 * filters.leastConfidence)} % sure`, { leastConfidence: 0 });
  }
  if (filters.leastPapers > 1) add('papers', `In at least ${filters.leastPapers} papers`, { leastPapers: 1 });
  if (filters.community !== undefined) add('community', nameOf(filters.community), { community: undefined });
  if (filters.category !== undefined) add('category', filters.category, { category: undefined });
  if (filters.organization !== undefined) add('organization', filters.organization, { organization: undefined });
  return chips;
}

export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
