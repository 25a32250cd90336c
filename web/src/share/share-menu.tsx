/** The menu of the ways to share and save, below its button: the commands of that section. */
import * as Ariakit from '@ariakit/react';
import { useEffect, useMemo } from 'react';
import { isOffered, nameOf } from '../commands/command.js';
import { COMMANDS } from '../commands/commands.js';
import { contextOf } from '../commands/context.js';
import { Keys } from '../commands/keys.js';
import type { Scene } from '../graph/scene.js';
import '../commands/menu.css';

interface Props {
  readonly scene: Scene;
  readonly button: HTMLElement | null;
  readonly onClose: () => void;
}

export default function ShareMenu({ scene, button, onClose }: Props) {
  const menu = Ariakit.useMenuStore({
    placement: 'bottom-end',
    setOpen: (open) => {
      if (!open) onClose();
    },
  });
  useEffect(() => {
    menu.setAutoFocusOnShow(true);
    menu.setInitialFocus('first');
    menu.show();
  }, [menu]);
  const context = useMemo(() => contextOf(scene, () => undefined), [scene]);
  return (
    <Ariakit.Menu
      store={menu}
      className="menu card"
      aria-label="Share and save"
      gutter={8}
      getAnchorRect={() => button?.getBoundingClientRect() ?? null}
      hideOnEscape={(event) => {
        event.preventDefault();
        return true;
      }}
      // The button opens and closes by itself.
      hideOnInteractOutside={(event) => !(event.target instanceof Node && button?.contains(event.target))}
      finalFocus={button}
    >
      {COMMANDS.filter((command) => command.section === 'Share' && isOffered(command, context)).map((command) => (
        <Ariakit.MenuItem
          key={command.id}
          className="menu-item"
          onClick={() => {
            onClose();
            command.run(context);
          }}
        >
          <span>{nameOf(command, context)}</span>
          <Keys of={command} />
        </Ariakit.MenuItem>
      ))}
    </Ariakit.Menu>
  );
}
