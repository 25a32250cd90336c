/** What lies over the explorer now, in step with the address. */
import { createStore } from 'zustand/vanilla';
import { type LineageView, readView, USUAL, VIEW_KEYS, type View, writeView } from './view-address.js';

export const viewStore = createStore<{ readonly view: View | undefined }>()(() => ({ view: undefined }));

/** Opens a view, or changes what the one that is open shows. */
export function openView(view: View): void {
  viewStore.setState({ view });
  const url = new URL(window.location.href);
  writeView(url.searchParams, view);
  if (url.href !== window.location.href) window.history.pushState(null, '', url);
}

export function openLineage(id: string | undefined, change: Partial<LineageView> = {}): void {
  openView({ page: 'lineage', id, ...USUAL, ...change });
}

export function closeView(): void {
  viewStore.setState({ view: undefined });
  const url = new URL(window.location.href);
  for (const key of VIEW_KEYS) url.searchParams.delete(key);
  if (url.href !== window.location.href) window.history.pushState(null, '', url);
}

/** Keeps in step with the address. Returns how to stop. */
export function followViewAddress(): () => void {
  const follow = () => viewStore.setState({ view: readView(new URLSearchParams(window.location.search)) });
  follow();
  window.addEventListener('popstate', follow);
  return () => window.removeEventListener('popstate', follow);
}
