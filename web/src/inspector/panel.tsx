/** What the details stand in: at the right, with ways to close it; on small screens a sheet from below that can grow. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { type SelectedBy, select } from '../state/store.js';
import { IconButton } from '../ui/icon-button.js';
import './inspector.css';
import './steps.css';

interface Props {
  readonly panel: RefObject<HTMLElement | null>;
  /** What it is about: another one starts at its top. */
  readonly about: string;
  readonly by: SelectedBy;
  /** Stays below while one scrolls. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ panel, about, by, footer, children }: Props) {
  const [tall, setTall] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new selection starts at its top
  useEffect(() => {
    panel.current?.querySelector('.inspector-body')?.scrollTo(0, 0);
    // Who came by keyboard or by a link goes on reading here; a click on the canvas leaves the focus where it is.
    if (by === 'search' || by === 'link' || by === 'edit') panel.current?.focus({ preventScroll: true });
  }, [about, by]);

  return (
    <aside
      ref={panel}
      className={tall ? 'inspector card inspector-tall' : 'inspector card'}
      aria-label="Details"
      tabIndex={-1}
      data-floats="auto"
    >
      <div className="inspector-buttons">
        <IconButton
          name={tall ? 'Show less of the details' : 'Show more of the details'}
          className="inspector-grow"
          aria-expanded={tall}
          onClick={() => setTall(!tall)}
        >
          {tall ? <ChevronDown size={18} /> : <ChevronUp size={18} />}
        </IconButton>
        <IconButton name="Close the details" shortcut="Escape" onClick={() => select(undefined, 'link')}>
          <X size={18} />
        </IconButton>
      </div>
      <div className="inspector-body">{children}</div>
      {footer}
    </aside>
  );
}

export function Skeleton() {
  return (
    <div className="skeleton" role="status">
      <span className="unseen">Loading</span>
      {[40, 90, 70, 95, 88, 60].map((width) => (
        <span key={width} className="skeleton-line" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
