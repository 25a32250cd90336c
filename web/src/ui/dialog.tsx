/** A dialog over the page, as long as it is rendered: its name, a way out, and the focus back where it was. */
import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './icon-button.js';
import './dialog.css';

interface Props {
  readonly title: string;
  readonly className: string;
  /** Whether a press on what lies behind it closes it: not where something typed would be lost. */
  readonly closesOutside?: boolean;
  /** Whether it must stay for now. */
  readonly isBusy?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Dialog({ title, className, closesOutside = false, isBusy = false, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before it leaves the page: only an element that is there gives the focus back.
  useLayoutEffect(() => {
    const open = dialog.current;
    open?.showModal();
    return () => open?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog card ${className}`}
      aria-labelledby={id}
      onClose={onClose}
      onCancel={(event) => {
        if (isBusy) event.preventDefault();
        // At once: the browser says that it is closed a while later, and the next key is meant for the page.
        else onClose();
      }}
      onMouseDown={({ target, clientX, clientY }) => {
        if (!closesOutside || target !== dialog.current) return;
        const { left, right, top, bottom } = dialog.current.getBoundingClientRect();
        if (clientX < left || clientX > right || clientY < top || clientY > bottom) onClose();
      }}
    >
      <header className="dialog-header">
        <h2 id={id}>{title}</h2>
        <IconButton name="Close" disabled={isBusy} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </header>
      {children}
    </dialog>
  );
}
