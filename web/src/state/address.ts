/** The selection (`?node=`) and the filters live in the address, so that back, forward, reload and a sent link all work. */
import { readFilters, writeFilters } from '../filter/filter-address.js';
import { select, setFilters, store } from './store.js';

function nodeInAddress(): string | undefined {
  return new URLSearchParams(window.location.search).get('node') ?? undefined;
}

/** Reads the address once, then keeps both in step. Returns how to stop. */
export function followAddress(): () => void {
  const read = () => {
    select(nodeInAddress(), 'history');
    setFilters(readFilters(new URLSearchParams(window.location.search)));
  };
  read();
  window.addEventListener('popstate', read);
  const stop = store.subscribe(({ selection, filters }, before) => {
    const url = new URL(window.location.href);
    if (filters !== before.filters) writeFilters(url.searchParams, filters);
    if (selection?.id !== before.selection?.id) {
      if (selection) url.searchParams.set('node', selection.id);
      else url.searchParams.delete('node');
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
