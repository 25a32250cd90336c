/** Every key, and how to read the drawing. Opened by `?`. */
import { type Context, nameOf, SECTIONS } from '../commands/command.js';
import { COMMANDS } from '../commands/commands.js';
import { Keys } from '../commands/keys.js';
import { setHelpOpen, store } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { Dialog } from './dialog.js';
import './help-dialog.css';

/** Commands are named as where nothing is selected. */
const EMPTY: Context = {
  scene: undefined,
  state: store.getInitialState(),
  nodes: [],
  focusSearch: () => undefined,
};

/** What fields and the drawing do by themselves: no commands of the page. */
const OTHERS: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['↑', '↓', 'Enter'], 'Choose a suggestion and go there'],
  [['←', '→', '↑', '↓'], 'Move the view, when the graph has the focus'],
  [['Ctrl', 'Enter'], 'Run what is written in the console'],
];

const POINTER: readonly (readonly [does: string, how: string])[] = [
  ['Select a node or a link', 'Click'],
  ['Expand its neighbours', 'Double-click'],
  ['Its menu', 'Right-click'],
  ['Move it, and pin it there', 'Drag'],
  ['Mark it', 'Shift and click'],
  ['Mark all inside a line', 'Shift and drag'],
];

const FINGERS: readonly (readonly [does: string, how: string])[] = [
  ['Select a node or a link', 'Tap'],
  ['Expand its neighbours', 'Double tap'],
  ['Its menu', 'Press and hold'],
  ['Move the selected node, and pin it there', 'Drag it'],
  ['Move the view, come closer', 'Drag, pinch'],
];

export function HelpDialog() {
  const open = useAppState((state) => state.helpOpen);
  if (!open) return null;
  return (
    <Dialog title="Keys" className="help" closesOutside onClose={() => setHelpOpen(false)}>
      {SECTIONS.map((section) => {
        const commands = COMMANDS.filter((command) => command.section === section && command.keys);
        if (commands.length === 0) return null;
        return (
          <section key={section}>
            <h3>{section}</h3>
            <dl className="help-keys">
              {commands.map((command) => (
                <div key={command.id} className="help-row">
                  <dt>{nameOf(command, EMPTY)}</dt>
                  <dd>
                    <Keys of={command} all />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
      <h3>In fields and on the graph</h3>
      <dl className="help-keys">
        {OTHERS.map(([keys, does]) => (
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
      <h3>With the pointer</h3>
      <HowTo deeds={POINTER} />
      <h3>With fingers</h3>
      <HowTo deeds={FINGERS} />
      <h3>Reading the graph</h3>
      <p className="secondary">
        Papers are square, what they write about is round. A larger disc is linked to by more papers. A fainter line is
        less certain. An arrow points from a method to what it builds on. Select a node to read the sentence behind each
        line.
      </p>
    </Dialog>
  );
}

/** What each deed does, and how it is done. */
function HowTo({ deeds }: { readonly deeds: readonly (readonly [does: string, how: string])[] }) {
  return (
    <dl className="help-keys">
      {deeds.map(([does, how]) => (
        <div key={does} className="help-row">
          <dt>{does}</dt>
          <dd className="secondary">{how}</dd>
        </div>
      ))}
    </dl>
  );
}
