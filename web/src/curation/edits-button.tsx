/** The way to the list of all edits: a button that says how many there are. The list is loaded when first asked for. */
import { History } from 'lucide-react';
import { useStore } from 'zustand';
import { useAppState } from '../state/use-state.js';
import { IconButton } from '../ui/icon-button.js';
import { OnDemand } from '../ui/on-demand.js';
import { byHand, isShown, openByHand, shutByHand, titleOf } from './by-hand.js';

const loadDialog = () => import('./edits-dialog.js');

export function EditsButton() {
  const mayEdit = useAppState((state) => state.mayEdit);
  const known = useStore(byHand);
  if (!isShown(known, mayEdit)) return null;
  return (
    <IconButton name={titleOf(known)} onClick={openByHand}>
      <History size={18} />
    </IconButton>
  );
}

export function EditsByHand() {
  const isOpen = useStore(byHand, (state) => state.isOpen);
  return isOpen && <OnDemand load={loadDialog} props={{}} onFail={shutByHand} />;
}
