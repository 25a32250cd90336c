/** A click on a link that is to be followed on this page; with a key held or another button it opens as any link does. */
import type { MouseEvent } from 'react';

export function onPlainClick(deed: () => void): (event: MouseEvent) => void {
  return (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    deed();
  };
}
