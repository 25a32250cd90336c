/** What is left out at this moment, each choice as a chip that takes it back. */
import { X } from 'lucide-react';
import type { Facets, Stats } from '../api/types.js';
import { announce, isChoiceAwaited, setFilters } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { plural } from '../ui/words.js';
import { chipsOf, NO_FILTERS } from './filters.js';
import { showUndated, useHiddenUndated } from './undated.js';
import './filter.css';

interface Props {
  readonly stats: Stats;
  readonly facets: Facets | undefined;
}

export function FilterChips({ stats, facets }: Props) {
  const undated = useHiddenUndated(facets);
  const filters = useAppState((state) => state.filters);
  const awaited = useAppState(isChoiceAwaited);
  const nothing = useAppState((state) => state.visible.nodes === 0) && !awaited;
  const nameOf = (community: number) =>
    stats.facets.communities.find((one) => one.community === community)?.name ?? `community ${community}`;
  const chips = chipsOf(filters, nameOf);
  if (chips.length === 0) return null;
  return (
    <section className="chips" data-floats="top" aria-label="Filters in force">
      <ul>
        {chips.map(({ key, text, without }) => (
          <li key={key}>
            <button
              type="button"
              className="filter-chip"
              aria-label={`Remove the filter: ${text}`}
              onClick={() => {
                setFilters(without);
                announce(`Filter removed: ${text}`);
              }}
            >
              <span>{text}</span>
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        ))}
        {undated > 0 && (
          <li>
            <button type="button" className="filter-chip filter-chip-quiet" onClick={() => showUndated(true)}>
              <span>{plural(undated, 'paper')} without a date hidden:</span> <strong>show</strong>
            </button>
          </li>
        )}
        {awaited && (
          <li className="filter-waiting secondary" role="status">
            Looking through the whole graph…
          </li>
        )}
        {(chips.length > 1 || nothing) && (
          <li>
            <button type="button" className="filter-chip filter-chip-all" onClick={() => setFilters(NO_FILTERS)}>
              {nothing ? 'Nothing is left: show all' : 'Show all'}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
