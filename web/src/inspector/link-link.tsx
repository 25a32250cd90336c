/** The way to a link itself: a click selects it on this page, and it opens in a tab of its own like any address. */
import type { ReactNode } from 'react';
import { hover, type Link, selectLink } from '../state/store.js';
import { onPlainClick } from '../ui/on-plain-click.js';

interface Props {
  readonly link: Link;
  readonly className: string;
  /** What is heard, and shown where the pointer rests. */
  readonly title?: string;
  readonly children: ReactNode;
}

export function LinkLink({ link: { source, type, target }, className, title, children }: Props) {
  return (
    <a
      href={`?${new URLSearchParams({ node: source, link: type, to: target })}`}
      className={className}
      title={title}
      aria-label={title}
      onClick={onPlainClick(() => {
        hover(undefined);
        selectLink({ source, type, target }, 'link');
      })}
    >
      {children}
    </a>
  );
}
