/** A link to a lineage or to the page of a method: a click goes there on this page, as any link it opens in a tab of its own. */
import type { ReactNode } from 'react';
import { onPlainClick } from '../ui/on-plain-click.js';
import { type View, viewAddress } from './view-address.js';
import { openView } from './view-state.js';

interface Props {
  readonly view: View;
  readonly className?: string;
  readonly children: ReactNode;
}

export function ViewLink({ view, className = 'link', children }: Props) {
  return (
    <a href={viewAddress(view)} className={className} onClick={onPlainClick(() => openView(view))}>
      {children}
    </a>
  );
}
