/** Some of the commands as a menu below its button. */
import { useMemo } from 'react';
import type { Scene } from '../graph/scene.js';
import type { Command } from './command.js';
import { contextOf } from './context.js';
import { PopupMenu } from './popup-menu.js';

interface Props {
  readonly title: string;
  readonly commands: readonly Command[];
  readonly scene: Scene;
  readonly button: HTMLElement | null;
  readonly onClose: () => void;
}

export default function CommandMenu({ scene, button, ...props }: Props) {
  const context = useMemo(() => contextOf(scene, () => undefined), [scene]);
  return (
    <PopupMenu
      {...props}
      context={context}
      placement="bottom-end"
      gutter={8}
      getAnchorRect={() => button?.getBoundingClientRect() ?? null}
      // The button opens and closes by itself.
      hideOnInteractOutside={(event) => !(event.target instanceof Node && button?.contains(event.target))}
      finalFocus={button}
    />
  );
}
