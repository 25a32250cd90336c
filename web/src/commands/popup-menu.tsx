/** Commands as a menu that opens with its first item in focus, and closes with the one that is chosen. */
import * as Ariakit from '@ariakit/react';
import { type ReactNode, useEffect } from 'react';
import { type Command, type Context, isOffered, nameOf } from './command.js';
import { Keys } from './keys.js';
import './menu.css';

interface Props
  extends Pick<Ariakit.MenuProps, 'gutter' | 'getAnchorRect' | 'hideOnInteractOutside' | 'finalFocus'>,
    Pick<Ariakit.MenuStoreProps, 'placement'> {
  readonly title: string;
  readonly commands: readonly Command[];
  readonly context: Context;
  readonly onClose: () => void;
  /** What stands above the commands. */
  readonly children?: ReactNode;
}

export function PopupMenu({ title, commands, context, onClose, placement, children, ...props }: Props) {
  const menu = Ariakit.useMenuStore({
    ...(placement === undefined ? {} : { placement }),
    setOpen: (open) => {
      if (!open) onClose();
    },
  });
  useEffect(() => {
    // There is no button whose press would say that the first item is to have the focus.
    menu.setAutoFocusOnShow(true);
    menu.setInitialFocus('first');
    menu.show();
  }, [menu]);
  return (
    <Ariakit.Menu
      {...props}
      store={menu}
      className="menu card"
      aria-label={title}
      // Escape closes the menu and nothing else.
      hideOnEscape={(event) => {
        event.preventDefault();
        return true;
      }}
    >
      {children}
      {commands
        .filter((command) => isOffered(command, context))
        .map((command) => (
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
