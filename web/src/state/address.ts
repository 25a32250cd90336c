/** The selection (`?node=`, and `&to=` for the paths to another) and the filters live in the address, so that back, forward, reload and a sent link all work. */
import { readFilters, writeFilters } from '../filter/filter-address.js';
import { select, setFilters, store } from './store.js';

/** Reads the address once, then keeps both in step. Returns how to stop. */
export function followAddress(): () => void {
  const read = () => {
    const query = new URLSearchParams(window.location.search);
    select(query.get('node') ?? undefined, 'history', query.get('to') ?? undefined);
    setFilters(readFilters(query));
  };
  read();
  window.addEventListener('popstate', read);
  const stop = store.subscribe(({ selection, filters }, before) => {
    const url = new URL(window.location.href);
    if (filters !== before.filters) writeFilters(url.searchParams, filters);
    for (const [key, value] of [
      ['node', selection?.id],
      ['to', selection?.to],
    ] as const) {
      if (value === undefined) url.searchParams.delete(key);
      else url.searchParams.set(key, value);
    }
    if (url.href === window.location.href) return;
    // After an edit the id before may be of no node any more; and a brush moves through many ranges.
    if (selection?.by === 'edit' || selection === before.selection) window.history.replaceState(null, '', url);
    else window.history.pushState(null, '', url);
  });
  return () => {
    window.removeEventListener('popstate', read);
    stop();
  };
}
