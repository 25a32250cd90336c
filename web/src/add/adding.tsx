/** The way to add papers: a button, and files dropped anywhere on the page. The dialog is loaded when first asked for. */
import { FilePlus2 } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { byHand } from '../curation/by-hand.js';
import { notify } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { IconButton } from '../ui/icon-button.js';
import { OnDemand } from '../ui/on-demand.js';
import { given, openAdding, shutAdding } from './given.js';

const loadDialog = () => import('./add-dialog.js');

/** Nothing where the server takes no papers. */
export function AddButton() {
  const mayEdit = useAppState((state) => state.mayEdit);
  if (!mayEdit) return null;
  return (
    <IconButton name="Add papers" onClick={() => openAdding()}>
      <FilePlus2 size={18} />
    </IconButton>
  );
}

export function Adding() {
  const files = useStore(given, (state) => state.files);
  const mayEdit = useAppState((state) => state.mayEdit);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const dropped = [...(event.dataTransfer?.files ?? [])];
      // A field of the dialog has taken them already; and a file that is not taken must not replace the page.
      if (event.defaultPrevented || dropped.length === 0) return;
      event.preventDefault();
      if (given.getState().files === undefined) openAdding(dropped);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
  const refused = files !== undefined && mayEdit === false;
  useEffect(() => {
    if (!refused) return;
    shutAdding();
    const { trouble } = byHand.getState();
    const why = trouble ?? 'This server takes no papers. It only shows its graph.';
    notify({ text: `Nothing was added. ${why}`, state: 'failed', isLasting: trouble !== undefined });
  }, [refused]);
  // Files dropped before the server has said whether it takes papers wait for its word.
  if (files === undefined || !mayEdit) return null;
  return <OnDemand load={loadDialog} props={{ files }} onFail={shutAdding} />;
}
