/** Papers without a date: a choice of years leaves them out, which is said, with a switch to show them. */
import type { Facets } from '../api/types.js';
import { announce, filterBy } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { formatCount } from '../ui/words.js';

/** How many are left out now, beside the other filters; 0 where none are, or where that is not known. */
export function useHiddenUndated(facets: Facets | undefined): number {
  return useAppState(({ filters: { years, undated } }) => (years && !undated ? (facets?.undated ?? 0) : 0));
}

export function showUndated(undated: boolean): void {
  filterBy({ undated });
  announce(undated ? 'Papers without a date shown' : 'Papers without a date hidden');
}

/** The switch, as long as years are chosen. */
export function Undated({ facets }: { readonly facets: Facets | undefined }) {
  const { years, undated } = useAppState((state) => state.filters);
  const count = facets?.undated ?? 0;
  if (!years || (count === 0 && !undated)) return null;
  return (
    <label className="filter-type">
      <input type="checkbox" checked={undated} onChange={() => showUndated(!undated)} />
      <span>
        {formatCount(count)} without a date {undated ? 'shown' : 'hidden'}
      </span>
    </label>
  );
}
