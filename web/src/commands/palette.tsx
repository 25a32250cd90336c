/** Every command that there is something to do for at this moment, found by typing. Opened by Ctrl+K. */
import { Command as Palette } from 'cmdk';
import { useEffect, useMemo, useRef } from 'react';
import type { Scene } from '../graph/scene.js';
import { setPaletteOpen } from '../state/store.js';
import { plural } from '../ui/words.js';
import { type Command, isOffered, nameOf, SECTIONS } from './command.js';
import { COMMANDS } from './commands.js';
import { contextOf } from './context.js';
import { fits } from './fit.js';
import { Keys } from './keys.js';
import './palette.css';

interface Props {
  readonly scene: Scene | undefined;
  readonly focusSearch: () => void;
}

export default function CommandPalette({ scene, focusSearch }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  // What is offered is what there was to do when it was called.
  const context = useMemo(() => contextOf(scene, focusSearch), [scene, focusSearch]);
  const offered = COMMANDS.filter((command) => command.id !== 'palette' && isOffered(command, context));
  useEffect(() => {
    const open = dialog.current;
    open?.showModal();
    input.current?.focus();
    return () => open?.close();
  }, []);
  const run = (command: Command) => {
    dialog.current?.close();
    setPaletteOpen(false);
    command.run(context);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on what lies behind it
    <dialog
      ref={dialog}
      className="palette card"
      aria-label="Commands"
      onClose={() => setPaletteOpen(false)}
      // At once: the browser says that it is closed a while later, and the next key is meant for the page.
      onCancel={() => setPaletteOpen(false)}
      onClick={(event) => {
        if (event.target === dialog.current) setPaletteOpen(false);
      }}
    >
      <Palette label="Commands" loop filter={(_, typed, [name = '', ...words] = []) => fits(typed, name, words)}>
        <Palette.Input ref={input} className="palette-input" placeholder="What do you want to do?" />
        <Palette.List className="palette-list">
          <Palette.Empty className="palette-empty secondary">No command is called so. Try another word.</Palette.Empty>
          {SECTIONS.map((section) => {
            const commands = offered.filter((command) => command.section === section);
            if (commands.length === 0) return null;
            return (
              <Palette.Group key={section} heading={headingOf(section, context.nodes, scene)} className="palette-group">
                {commands.map((command) => (
                  <Palette.Item
                    key={command.id}
                    value={command.id}
                    keywords={[nameOf(command, context), ...(command.also?.split(' ') ?? [])]}
                    className="palette-item"
                    onSelect={() => run(command)}
                  >
                    <span>{nameOf(command, context)}</span>
                    <Keys of={command} />
                  </Palette.Item>
                ))}
              </Palette.Group>
            );
          })}
        </Palette.List>
      </Palette>
    </dialog>
  );
}

/** Whom the deeds of a walk are meant for. */
function headingOf(section: Command['section'], nodes: readonly string[], scene: Scene | undefined): string {
  const [first] = nodes;
  if (section !== 'Walk' || first === undefined) return section;
  return `${section}: ${nodes.length === 1 ? (scene?.nameOf(first) ?? 'the selected node') : plural(nodes.length, 'marked node')}`;
}
