/** The selection lives in the address (`?node=`), so that back, forward, reload and a sent link all work. */
import { select, store } from './store.js';

function nodeInAddress(): string | undefined {
  return new URLSearchParams(window.location.search).get('node') ?? undefined;
}

/** Reads the address once, then keeps both in step. Returns how to stop. */
export function followAddress(): () => void {
  const read = () => select(nodeInAddress(), 'history');
  read();
  window.addEventListener('popstate', read);
  const stop = store.subscribe(({ selection }, before) => {
    if (selection?.id === before.selection?.id || selection?.id === nodeInAddress()) return;
    const url = new URL(window.location.href);
    if (selection) url.searchParams.set('node', selection.id);
    else url.searchParams.delete('node');
    // After an edit the id before may be of no node any more.
    if (selection?.by === 'edit') window.history.replaceState(null, '', url);
    else window.history.pushState(null, '', url);
  });
  return () => {
    window.removeEventListener('popstate', read);
    stop();
  };
}
