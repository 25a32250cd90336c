/** The way to the list of all edits: a button that says how many there are. The list is loaded when first asked for. */
import { History } from 'lucide-react';
import { useStore } from 'zustand';
import { useAppState } from '../state/use-state.js';
import { IconButton } from '../ui/icon-button.js';
import { OnDemand } from '../ui/on-demand.js';
import { byHand, openByHand, shutByHand } from './by-hand.js';

const loadDialog = () => import('./edits-dialog.js');

/** Nothing where the server takes no edits, unless it would if the file were right. */
export function EditsButton() {
  const mayEdit = useAppState((state) => state.mayEdit);
  const { edits, trouble } = useStore(byHand);
  if (!mayEdit && trouble === undefined) return null;
  return (
    <IconButton name={`Edits by hand (${trouble === undefined ? edits.length : 'not readable'})`} onClick={openByHand}>
      <History size={18} />
    </IconButton>
  );
}

export function EditsByHand() {
  const isOpen = useStore(byHand, (state) => state.isOpen);
  return isOpen && <OnDemand load={loadDialog} props={{}} onFail={shutByHand} />;
}
