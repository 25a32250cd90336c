/** What is selected: its label, its name and one fact, and the ways to others. */
import { Columns2, Waypoints } from 'lucide-react';
import type { ReactNode } from 'react';
import type { NodeLabel } from '../api/types.js';
import { AskForNode } from '../search/ask-for-node.js';
import { compareWith, select } from '../state/store.js';
import { Glyph } from '../ui/glyph.js';

interface Props {
  readonly id: string;
  readonly label: NodeLabel;
  readonly name: string;
  readonly note?: string | undefined;
  /** More ways to go on. */
  readonly children?: ReactNode;
}

export function Heading({ id, label, name, note, children }: Props) {
  return (
    <header className="heading">
      <p className="heading-kind">
        <Glyph label={label} />
        {label}
        {note !== undefined && <span> · {note}</span>}
      </p>
      <h2 className={name.length > 70 ? 'heading-name heading-name-long' : 'heading-name'}>{name}</h2>
      <div className="heading-ways">
        <AskForNode
          key={`connect ${id}`}
          icon={<Waypoints size={14} aria-hidden="true" />}
          title="Find paths to…"
          label={`Find paths from ${name} to`}
          except={[id]}
          onChoose={(to) => select(id, 'link', to)}
        />
        {label !== 'Author' && label !== 'Organization' && (
          <AskForNode
            key={`compare ${id}`}
            icon={<Columns2 size={14} aria-hidden="true" />}
            title="Compare with…"
            label={`Compare ${name} with`}
            except={[id]}
            onChoose={(other) => compareWith(id, [other])}
          />
        )}
        {children}
      </div>
    </header>
  );
}
