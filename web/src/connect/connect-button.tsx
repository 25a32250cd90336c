/** From a node to another: the quiet button that asks for which, and then for the paths between the two. */
import { Waypoints } from 'lucide-react';
import { useRef, useState } from 'react';
import { NodeField } from '../search/node-field.js';
import { select } from '../state/store.js';
import './connect.css';

interface Props {
  readonly id: string;
  readonly name: string;
}

export function ConnectButton({ id, name }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in the field closes it
    <div
      className="connect"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button ref={button} type="button" className="connect-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Waypoints size={14} aria-hidden="true" />
        Find paths to…
      </button>
      {open && (
        <NodeField
          label={`Find paths from ${name} to`}
          except={id}
          papers
          onChoose={(hit) => select(id, 'link', hit.id)}
        />
      )}
    </div>
  );
}
