/** Every key, and how to read the drawing. Opened by `?`. */
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { setHelpOpen } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { IconButton } from './icon-button.js';
import './help-dialog.css';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['/'], 'Search'],
  [['↑', '↓', 'Enter'], 'Choose a suggestion and go there'],
  [['+', '−'], 'Zoom in and out'],
  [['0', 'F'], 'Show the whole graph'],
  [['←', '→', '↑', '↓'], 'Move the view, when the graph has the focus'],
  [['q'], 'Ask with a question or in Cypher'],
  [['Ctrl Enter'], 'Run what is written'],
  [['Esc'], 'Clear the search or the selection'],
  [['Alt ←'], 'Back to what was selected before'],
  [['?'], 'This help'],
];

export function HelpDialog() {
  const open = useAppState((state) => state.helpOpen);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on what lies behind it
    <dialog
      ref={dialog}
      className="help card"
      aria-labelledby="help-title"
      onClose={() => setHelpOpen(false)}
      onClick={(event) => {
        if (event.target === dialog.current) setHelpOpen(false);
      }}
    >
      <div className="help-body">
        <header className="help-header">
          <h2 id="help-title">Keys</h2>
          <IconButton name="Close" onClick={() => setHelpOpen(false)}>
            <X size={18} />
          </IconButton>
        </header>
        <dl className="help-keys">
          {KEYS.map(([keys, does]) => (
            <div key={does} className="help-row">
              <dt>{does}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <h3>Reading the graph</h3>
        <p className="secondary">
          Papers are square, what they write about is round. A larger disc is linked to by more papers. A fainter line
          is less certain. An arrow points from a method to what it builds on. Select a node to read the sentence behind
          each line.
        </p>
      </div>
    </dialog>
  );
}
