/** Where the table of what is shown comes from below. Nothing of it is loaded before it is asked for. */
import { useEffect } from 'react';
import type { Stats } from '../api/types.js';
import type { Scene } from '../graph/scene.js';
import { setPanels } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { OnDemand } from '../ui/on-demand.js';
import '../console/console-drawer.css';

const loadTable = () => import('./graph-table.js');
const SMALL = '(max-width: 700px)';

export function TableDrawer({ scene, stats }: { readonly scene: Scene | undefined; readonly stats: Stats }) {
  const open = useAppState(({ panels: { drawer } }) => drawer === 'table' || drawer === 'links');
  const selection = useAppState((state) => state.selection);
  useEffect(() => {
    // On a small screen there is room for one sheet.
    if (open && selection && window.matchMedia(SMALL).matches) setPanels({ drawer: undefined });
  }, [open, selection]);
  if (!open) return null;
  const meanwhile = (
    <section className="console card" aria-label="Table" data-floats="bottom">
      <p className="console-loading secondary" role="status">
        Opening the table…
      </p>
    </section>
  );
  // The drawing that begins now keeps clear of where the table will stand.
  if (!scene) return meanwhile;
  return (
    <OnDemand
      load={loadTable}
      props={{ scene, stats }}
      onFail={() => setPanels({ drawer: undefined })}
      meanwhile={meanwhile}
    />
  );
}
