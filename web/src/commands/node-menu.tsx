/** The menu of a node, where the pointer asked for it or where the node stands: the commands on nodes. */
import * as Ariakit from '@ariakit/react';
import { useEffect, useMemo, useState } from 'react';
import type { Scene } from '../graph/scene.js';
import { openMenu, type State } from '../state/store.js';
import { plural } from '../ui/words.js';
import { isOffered, nameOf } from './command.js';
import { COMMANDS } from './commands.js';
import { contextOf } from './context.js';
import { Keys } from './keys.js';
import './menu.css';

interface Props {
  readonly at: NonNullable<State['menu']>;
  readonly scene: Scene;
}

const ON_NODES = COMMANDS.filter(({ onNodes, id }) => onNodes && !id.startsWith('move-'));

export default function NodeMenu({ at, scene }: Props) {
  const [before] = useState(() => document.activeElement);
  const menu = Ariakit.useMenuStore({
    placement: 'bottom-start',
    setOpen: (open) => {
      if (!open) openMenu(undefined);
    },
  });
  useEffect(() => {
    // There is no button whose press would say that the first item is to have the focus.
    menu.setAutoFocusOnShow(true);
    menu.setInitialFocus('first');
    menu.show();
  }, [menu]);
  // What the menu is meant for is what was so when it opened.
  const context = useMemo(() => contextOf(scene, () => undefined, at.id), [scene, at]);
  const { nodes } = context;
  const title = nodes.length === 1 ? (scene.nameOf(at.id) ?? 'This node') : plural(nodes.length, 'marked node');
  return (
    <Ariakit.Menu
      store={menu}
      className="menu card"
      aria-label={title}
      gutter={4}
      getAnchorRect={() => ({ x: at.x, y: at.y, width: 0, height: 0 })}
      // Escape closes the menu and nothing else.
      hideOnEscape={(event) => {
        event.preventDefault();
        return true;
      }}
      finalFocus={before instanceof HTMLElement ? before : null}
    >
      <p className="menu-title" aria-hidden="true">
        {title}
      </p>
      {ON_NODES.filter((command) => isOffered(command, context)).map((command) => (
        <Ariakit.MenuItem
          key={command.id}
          className="menu-item"
          onClick={() => {
            openMenu(undefined);
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
