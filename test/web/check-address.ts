/** What holds of any address of the page: it is read as far as it goes, and written again says the same. */
import assert from 'node:assert/strict';
import { NOTHING_ASKED, readAsking, writeAsking } from '../../web/src/console/asking.js';
import { readFilters, writeFilters } from '../../web/src/filter/filter-address.js';
import { readPlace, writePlace } from '../../web/src/graph/view-place.js';
import { readView, writeView } from '../../web/src/lineage/view-address.js';
import { readLook, writeLook } from '../../web/src/look/look.js';
import { readPanels, writePanels } from '../../web/src/state/panels.js';
import { readTable, writeTable } from '../../web/src/table/table-state.js';
import { readWalk, writeWalk } from '../../web/src/walk/walk-address.js';

/** As a browser would after a reload. */
export function through<T>(write: (query: URLSearchParams, value: T) => void, value: T): URLSearchParams {
  const query = new URLSearchParams('node=a');
  write(query, value);
  return new URLSearchParams(query.toString());
}

export function checkAddress(query: URLSearchParams): void {
  const filters = readFilters(query);
  assert.deepEqual(readFilters(through(writeFilters, filters)), filters);
  const asking = readAsking(query) ?? NOTHING_ASKED;
  assert.deepEqual(readAsking(through(writeAsking, asking)) ?? NOTHING_ASKED, asking);
  const walk = readWalk(query);
  for (const expansion of walk.expanded.values()) for (const count of expansion.values()) assert.ok(count <= 2_000);
  for (const place of walk.pinned.values()) assert.ok(place.every(Number.isFinite));
  assert.ok((readPlace(query)?.span ?? 1) > 0);
  const view = readView(query);
  if (view?.page === 'lineage') assert.ok(view.depth <= 12);
  for (const address of [
    (of: URLSearchParams) => through(writeWalk, readWalk(of)),
    (of: URLSearchParams) => through(writePlace, readPlace(of)),
    (of: URLSearchParams) => through(writeLook, readLook(of)),
    (of: URLSearchParams) => through(writeTable, readTable(of)),
    (of: URLSearchParams) => through(writePanels, readPanels(of)),
    (of: URLSearchParams) => through((to, of) => of && writeView(to, of), readView(of)),
  ]) {
    const once = address(query);
    assert.equal(address(once).toString(), once.toString());
  }
}
