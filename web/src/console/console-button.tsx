/** The quiet button that opens the console. */
import { SquareTerminal } from 'lucide-react';
import { setConsoleOpen } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import './console-button.css';

export function ConsoleButton() {
  const open = useAppState((state) => state.consoleOpen);
  return (
    <button
      type="button"
      className="console-button card"
      aria-label="Ask the graph"
      aria-expanded={open}
      aria-keyshortcuts="q"
      title="Ask the graph (q)"
      onClick={() => setConsoleOpen(!open)}
    >
      <SquareTerminal size={18} aria-hidden="true" />
      <span className="console-button-word">Ask</span>
    </button>
  );
}
