/** A quiet button at the foot of the page that opens a drawer, and shuts it again. */
import type { ReactNode } from 'react';
import './drawer-button.css';

interface Props {
  readonly icon: ReactNode;
  readonly word: string;
  /** What it does, for those who cannot see it; the tooltip says the key, too. */
  readonly name: string;
  readonly shortcut: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

export function DrawerButton({ icon, word, name, shortcut, open, onToggle }: Props) {
  return (
    <button
      type="button"
      className="drawer-button card"
      aria-label={name}
      aria-expanded={open}
      aria-keyshortcuts={shortcut}
      title={`${name} (${shortcut})`}
      onClick={onToggle}
    >
      {icon}
      <span className="drawer-button-word">{word}</span>
    </button>
  );
}
