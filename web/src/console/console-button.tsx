/** The quiet button that opens the console. */
import { SquareTerminal } from 'lucide-react';
import { setConsoleOpen } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { DrawerButton } from '../ui/drawer-button.js';

export function ConsoleButton() {
  const open = useAppState((state) => state.consoleOpen);
  return (
    <DrawerButton
      icon={<SquareTerminal size={18} aria-hidden="true" />}
      word="Ask"
      name="Ask the graph"
      shortcut="q"
      open={open}
      onToggle={() => setConsoleOpen(!open)}
    />
  );
}
