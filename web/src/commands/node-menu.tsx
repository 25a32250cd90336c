/** The menu of a node, where the pointer asked for it or where the node stands: the commands on nodes. */
import { useMemo, useState } from 'react';
import type { Scene } from '../graph/scene.js';
import { openMenu, type State } from '../state/store.js';
import { plural } from '../ui/words.js';
import { COMMANDS } from './commands.js';
import { contextOf } from './context.js';
import { PopupMenu } from './popup-menu.js';

interface Props {
  readonly at: NonNullable<State['menu']>;
  readonly scene: Scene;
}

const ON_NODES = COMMANDS.filter(({ onNodes, id }) => onNodes && !id.startsWith('move-'));

export default function NodeMenu({ at, scene }: Props) {
  const [before] = useState(() => document.activeElement);
  // What the menu is meant for is what was so when it opened.
  const context = useMemo(() => contextOf(scene, () => undefined, at.id), [scene, at]);
  const { nodes } = context;
  const title = nodes.length === 1 ? (scene.nameOf(at.id) ?? 'This node') : plural(nodes.length, 'marked node');
  return (
    <PopupMenu
      title={title}
      commands={ON_NODES}
      context={context}
      onClose={() => openMenu(undefined)}
      placement="bottom-start"
      gutter={4}
      getAnchorRect={() => ({ x: at.x, y: at.y, width: 0, height: 0 })}
      finalFocus={before instanceof HTMLElement ? before : null}
    >
      <p className="menu-title" aria-hidden="true">
        {title}
      </p>
    </PopupMenu>
  );
}
