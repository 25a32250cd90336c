/** The name of a node as a link: a click goes there on this page, and it opens in a tab of its own like any link. */
import type { ReactNode } from 'react';
import { hover, select } from '../state/store.js';
import { onPlainClick } from '../ui/on-plain-click.js';

interface Props {
  readonly id: string;
  readonly className?: string;
  readonly children: ReactNode;
}

export function NodeLink({ id, className, children }: Props) {
  return (
    <a
      href={`?node=${encodeURIComponent(id)}`}
      className={className ?? 'link'}
      onPointerEnter={() => hover(id)}
      onPointerLeave={() => hover(undefined)}
      onClick={onPlainClick(() => {
        hover(undefined);
        select(id, 'link');
      })}
    >
      {children}
    </a>
  );
}
