/** A quiet square button with an icon, a name for those who cannot see it and a tooltip for those who can. */
import type { ComponentProps, ReactNode } from 'react';
import './icon-button.css';

interface Props extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  readonly name: string;
  /** The key that does the same, shown in the tooltip. */
  readonly shortcut?: string;
  readonly children: ReactNode;
}

export function IconButton({ name, shortcut, children, className, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={name}
      aria-keyshortcuts={shortcut}
      title={shortcut ? `${name} (${shortcut})` : name}
      className={className ? `icon-button ${className}` : 'icon-button'}
      {...rest}
    >
      {children}
    </button>
  );
}
