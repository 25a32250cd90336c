/** The keys of the whole page. Those of a field or a list are handled where they belong. */
import { useEffect } from 'react';
import type { Scene } from '../graph/scene.js';
import { select, setConsoleOpen, setHelpOpen, store } from '../state/store.js';

export function usePageKeys(scene: Scene | undefined, focusSearch: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isEditable(event.target) || store.getState().helpOpen) return;
      const actions: Record<string, () => void> = {
        '/': focusSearch,
        '?': () => setHelpOpen(true),
        '+': () => scene?.zoomIn(),
        '=': () => scene?.zoomIn(),
        '-': () => scene?.zoomOut(),
        '0': () => scene?.fit(),
        f: () => scene?.fit(),
        q: () => setConsoleOpen(true),
        Escape: () => select(undefined, 'link'),
      };
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [scene, focusSearch]);
}

function isEditable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
