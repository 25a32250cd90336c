/** Names of one kind, of which one can choose several; folded until one looks for them. */
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { formatCount } from '../ui/words.js';

export interface Choice<T> {
  readonly value: T;
  readonly name: string;
  /** How many there are beside the other filters; undefined where that is not known. */
  readonly count: number | undefined;
}

interface Props<T> {
  readonly name: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: ReadonlySet<T>;
  readonly onToggle: (value: T) => void;
}

export function ChoiceList<T extends string | number>({ name, choices, chosen, onToggle }: Props<T>) {
  const [open, setOpen] = useState(chosen.size > 0);
  const body = useId();
  if (choices.length === 0) return null;
  return (
    <section className="filter-section">
      <button
        type="button"
        className="filter-fold"
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setOpen(!open)}
      >
        <span>{name}</span>
        <span className="secondary">{chosen.size > 0 ? `${formatCount(chosen.size)} chosen` : 'all'}</span>
        <ChevronDown size={14} className="legend-chevron" aria-hidden="true" />
      </button>
      <ul id={body} className="filter-list" hidden={!open}>
        {choices.map(({ value, name: text, count }) => (
          <li key={value}>
            <label className={count === 0 ? 'filter-type filter-none' : 'filter-type'} title={text}>
              <input type="checkbox" checked={chosen.has(value)} onChange={() => onToggle(value)} />
              <span>{text}</span>
              <span className="legend-count">{count === undefined ? '–' : formatCount(count)}</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
