/** A button of the toolbar that opens some of the commands as a menu. */
import { type ReactNode, useRef, useState } from 'react';
import type { Scene } from '../graph/scene.js';
import { IconButton } from '../ui/icon-button.js';
import { OnDemand } from '../ui/on-demand.js';
import { COMMANDS } from './commands.js';

const loadMenu = () => import('./command-menu.js');

interface Props {
  readonly name: string;
  /** Ids of commands, or of a whole section, in the order in which they stand in the menu. */
  readonly of: readonly string[];
  readonly scene: Scene | undefined;
  readonly className?: string;
  /** The icon. */
  readonly children: ReactNode;
}

export function MenuButton({ name, of, scene, className, children }: Props) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const commands = of.flatMap((each) => COMMANDS.filter(({ id, section }) => id === each || section === each));
  return (
    <>
      <IconButton
        ref={button}
        name={name}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        {...(className === undefined ? {} : { className })}
      >
        {children}
      </IconButton>
      {open && scene && (
        <OnDemand
          load={loadMenu}
          props={{ title: name, commands, scene, button: button.current, onClose: () => setOpen(false) }}
          onFail={() => setOpen(false)}
        />
      )}
    </>
  );
}
