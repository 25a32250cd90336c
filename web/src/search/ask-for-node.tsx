/** A quiet button that asks for another node in a field below it. */
import { type ReactNode, useRef, useState } from 'react';
import { NodeField } from './node-field.js';
import './ask-for-node.css';

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  /** What the field is called. */
  readonly label: string;
  /** Not offered. */
  readonly except: readonly string[];
  /** Whether papers are offered too. */
  readonly papers?: boolean;
  readonly onChoose: (id: string) => void;
}

export function AskForNode({ icon, title, label, except, papers = true, onChoose }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in the field closes it
    <div
      className="ask"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button ref={button} type="button" className="quiet-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {icon}
        {title}
      </button>
      {open && <NodeField label={label} except={except} papers={papers} onChoose={(hit) => onChoose(hit.id)} />}
    </div>
  );
}
