/** The quiet button that opens the table of what is shown. */
import { Table2 } from 'lucide-react';
import { setPanels } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { DrawerButton } from '../ui/drawer-button.js';

export function TableButton() {
  const open = useAppState(({ panels: { drawer } }) => drawer === 'table' || drawer === 'links');
  return (
    <DrawerButton
      icon={<Table2 size={18} aria-hidden="true" />}
      word="Table"
      name="Table of what is shown"
      shortcut="t"
      open={open}
      onToggle={() => setPanels({ drawer: open ? undefined : 'table' })}
    />
  );
}
