/**
 * The filters in the address, so that a link shows the same: `?hide=Concept&years=2019-2024&sure=0.6`. What may hold commas
 * is given once for each: `?organization=Here&organization=There, Inc.`.
 */
import { EDGE_TYPES, NODE_LABELS } from '../../../src/model/vocabulary.js';
import { HIDDEN_AT_FIRST } from '../theme/palette.js';
import { type Filters, NO_FILTERS } from './filters.js';

const KEYS = [
  'hide',
  'show',
  'without',
  'years',
  'undated',
  'sure',
  'papers',
  'community',
  'category',
  'organization',
] as const;
/** As many of a kind as the server takes. */
const MOST_NAMES = 100;
const MOST_COMMUNITIES = 60;

/** Writes the filters into the query, in the place of those that it holds. */
export function writeFilters(query: URLSearchParams, filters: Filters): void {
  for (const key of KEYS) query.delete(key);
  const set = (key: (typeof KEYS)[number], value: string) => {
    if (value !== '') query.set(key, value);
  };
  const { hiddenLabels, hiddenTypes, years, leastConfidence, leastPapers } = filters;
  set('hide', NODE_LABELS.filter((label) => hiddenLabels.has(label) && !HIDDEN_AT_FIRST.includes(label)).join(','));
  set('show', HIDDEN_AT_FIRST.filter((label) => !hiddenLabels.has(label)).join(','));
  set('without', EDGE_TYPES.filter((type) => hiddenTypes.has(type)).join(','));
  set('years', years?.join('-') ?? '');
  set('undated', filters.undated ? 'true' : '');
  set('sure', leastConfidence > 0 ? String(leastConfidence) : '');
  set('papers', leastPapers > 1 ? String(leastPapers) : '');
  set('community', [...filters.communities].join(','));
  for (const name of filters.categories) query.append('category', name);
  for (const name of filters.organizations) query.append('organization', name);
}

/** What cannot be read is left out: an address may be old or written by hand. */
export function readFilters(query: URLSearchParams): Filters {
  const listed = <T extends string>(key: (typeof KEYS)[number], of: readonly T[]) => {
    const names = query.get(key)?.split(',') ?? [];
    return of.filter((name) => names.includes(name));
  };
  const number = (key: (typeof KEYS)[number], fallback: number, least: number, most: number) => {
    const value = Number(query.get(key) ?? Number.NaN);
    return value >= least && value <= most ? value : fallback;
  };
  const names = (key: (typeof KEYS)[number]) =>
    new Set(
      query
        .getAll(key)
        .filter((name) => name !== '')
        .slice(0, MOST_NAMES),
    );
  const shown = listed('show', HIDDEN_AT_FIRST);
  const [, from, to] = /^(\d{1,4})-(\d{1,4})$/.exec(query.get('years') ?? '') ?? [];
  const communities = (query.get('community') ?? '').split(',').filter((text) => /^\d{1,9}$/.test(text));
  return {
    hiddenLabels: new Set([
      ...HIDDEN_AT_FIRST.filter((label) => !shown.includes(label)),
      ...listed('hide', NODE_LABELS),
    ]),
    hiddenTypes: new Set(listed('without', EDGE_TYPES)),
    years: from === undefined || to === undefined || Number(from) > Number(to) ? NO_FILTERS.years : [+from, +to],
    undated: query.get('undated') === 'true',
    leastConfidence: number('sure', NO_FILTERS.leastConfidence, 0, 1),
    leastPapers: Math.round(number('papers', NO_FILTERS.leastPapers, 1, 1_000_000)),
    communities: new Set(communities.slice(0, MOST_COMMUNITIES).map(Number)),
    categories: names('category'),
    organizations: names('organization'),
  };
}

/** As the server reads it; people are not chosen: they come with a closer look at a paper. */
export function choiceOf(filters: Filters): string {
  const query = new URLSearchParams();
  writeFilters(query, filters);
  query.delete('show');
  return query.toString();
}
