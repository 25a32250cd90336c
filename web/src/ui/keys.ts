/** The keys of the whole page, from the list of commands. Those of a field or a list are handled where they belong. */
import { useEffect } from 'react';
import { isOffered, keysOf } from '../commands/command.js';
import { COMMANDS } from '../commands/commands.js';
import { contextOf } from '../commands/context.js';
import type { Scene } from '../graph/scene.js';
import { store } from '../state/store.js';

/** What the browser does by itself when nothing else is done. */
const OF_THE_BROWSER: ReadonlySet<string> = new Set(['back']);

/** @param isCovered whether something else fills the page: its keys are its own then */
export function usePageKeys(scene: Scene | undefined, focusSearch: () => void, isCovered: boolean): void {
  useEffect(() => {
    if (isCovered) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { helpOpen, paletteOpen, pictureOpen, menu } = store.getState();
      if (helpOpen || paletteOpen || pictureOpen || menu) return;
      // Whatever dialog is open: what lies behind it is not there for keys.
      if (document.querySelector('dialog:modal')) return;
      const keys = keysOf(event);
      // The palette is called from anywhere; every other key is the field's while one writes.
      if (isEditable(event.target) && keys !== 'Ctrl+K') return;
      const context = contextOf(scene, focusSearch);
      const command = COMMANDS.find((each) => each.keys?.includes(keys) && isOffered(each, context));
      if (!command || OF_THE_BROWSER.has(command.id)) return;
      event.preventDefault();
      command.run(context);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [scene, focusSearch, isCovered]);
}

function isEditable(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio')) return false;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
