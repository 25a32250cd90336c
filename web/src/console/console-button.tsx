/** The quiet button that opens the console. */
import { SquareTerminal } from 'lucide-react';
import { setPanels } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { DrawerButton } from '../ui/drawer-button.js';

export function ConsoleButton() {
  const open = useAppState((state) => state.panels.drawer === 'console');
  return (
    <DrawerButton
      icon={<SquareTerminal size={18} aria-hidden="true" />}
      word="Ask"
      name="Ask the graph"
      shortcut="q"
      open={open}
      onToggle={() => setPanels({ drawer: open ? undefined : 'console' })}
    />
  );
}
