/** The quiet button that opens the table of what is shown. */
import { Table2 } from 'lucide-react';
import { setTableOpen } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import '../console/console-button.css';

export function TableButton() {
  const open = useAppState((state) => state.tableOpen);
  return (
    <button
      type="button"
      className="console-button card"
      aria-label="Table of what is shown"
      aria-expanded={open}
      aria-keyshortcuts="t"
      title="Table of what is shown (t)"
      onClick={() => setTableOpen(!open)}
    >
      <Table2 size={18} aria-hidden="true" />
      <span className="console-button-word">Table</span>
    </button>
  );
}
