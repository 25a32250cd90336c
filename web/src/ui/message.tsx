/** What is said in place of content: loading, empty, failed; each with what to do. */
import type { ReactNode } from 'react';
import './message.css';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: { readonly name: string; readonly run: () => void };
  readonly urgent?: boolean;
}

export function Message({ title, children, action, urgent = false }: Props) {
  return (
    <div className="message" role={urgent ? 'alert' : 'status'}>
      <p className="message-title">{title}</p>
      {children && <div className="secondary">{children}</div>}
      {action && (
        <button type="button" className="primary-button" onClick={action.run}>
          {action.name}
        </button>
      )}
    </div>
  );
}
