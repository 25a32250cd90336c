/**
 * The selection (`?node=`, with `&to=` for the paths to another, `&link=` for the link of that type to it, and `&with=` for
 * each that it is compared with), the filters, the walk, the look, the open panels, what the console asks, how the table is sorted and the place one looks at live in the
 * address, so that back, forward, reload and a sent link all work.
 */
import { EDGE_TYPES } from '../../../src/model/vocabulary.js';
import { type Asking, NOTHING_ASKED, readAsking, same, writeAsking } from '../console/asking.js';
import { readFilters, writeFilters } from '../filter/filter-address.js';
import { readPlace, writePlace } from '../graph/view-place.js';
import { readLook, writeLook } from '../look/look.js';
import { readTable, writeTable } from '../table/table-state.js';
import { readWalk, writeWalk } from '../walk/walk-address.js';
import { readPanels, writePanels } from './panels.js';
import { compareWith, type State, select, selectLink, store } from './store.js';

/** Reads the address once, then keeps both in step. Returns how to stop. */
export function followAddress(): () => void {
  const read = () => {
    const query = new URLSearchParams(window.location.search);
    const id = query.get('node') ?? undefined;
    const compared = [...new Set(query.getAll('with'))].filter((other) => other !== id);
    const to = query.get('to') ?? undefined;
    const link = EDGE_TYPES.find((type) => type === query.get('link'));
    if (id !== undefined && compared.length > 0) compareWith(id, compared, 'history');
    else if (id !== undefined && to !== undefined && link)
      selectLink({ source: id, type: link, target: to }, 'history');
    else select(id, 'history', to);
    const view = {
      filters: readFilters(query),
      walk: readWalk(query),
      look: readLook(query),
      panels: readPanels(query),
      table: readTable(query),
      asking: readKeptAsking(query),
    };
    // What is as it was stays the same object: nothing is drawn anew, and there is nothing to undo.
    // A new object each time: who goes back is to look there again.
    store.setState({ place: readPlace(query) });
    if (writeView(view) !== writeView(store.getState())) store.setState(view);
    writeKeptAsking();
  };
  read();
  window.addEventListener('popstate', read);
  const stop = store.subscribe(({ selection, filters, walk, look, panels, asking, table, place }, before) => {
    const url = new URL(window.location.href);
    if (filters !== before.filters) writeFilters(url.searchParams, filters);
    if (walk !== before.walk) writeWalk(url.searchParams, walk);
    if (place !== before.place) writePlace(url.searchParams, place);
    if (look !== before.look) writeLook(url.searchParams, look);
    if (panels !== before.panels) writePanels(url.searchParams, panels);
    if (asking !== before.asking) writeAsking(url.searchParams, asking);
    if (table !== before.table) writeTable(url.searchParams, table);
    for (const [key, value] of [
      ['node', selection?.id],
      ['link', selection?.link],
      ['to', selection?.to],
    ] as const) {
      if (value === undefined) url.searchParams.delete(key);
      else url.searchParams.set(key, value);
    }
    url.searchParams.delete('with');
    for (const other of selection?.compared ?? []) url.searchParams.append('with', other);
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

/** What the reader wrote is not lost where they go back to before they wrote it. */
function readKeptAsking(query: URLSearchParams): Asking {
  const { asking: now } = store.getState();
  const asking = readAsking(query) ?? now;
  return same(asking.asked, now.asked) ? { ...asking, asked: now.asked } : asking;
}

function writeKeptAsking(): void {
  const url = new URL(window.location.href);
  const { asking } = store.getState();
  if (asking === NOTHING_ASKED || readAsking(url.searchParams)) return;
  writeAsking(url.searchParams, asking);
  if (url.href !== window.location.href) window.history.replaceState(null, '', url);
}

type View = Pick<State, 'filters' | 'walk' | 'look' | 'panels' | 'asking' | 'table'>;

function writeView({ filters, walk, look, panels, asking, table }: View): string {
  const query = new URLSearchParams();
  writeFilters(query, filters);
  writeWalk(query, walk);
  writeLook(query, look);
  writePanels(query, panels);
  writeAsking(query, asking);
  writeTable(query, table);
  return query.toString();
}
