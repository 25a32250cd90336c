/** What is selected: its label, its name and one fact, and the way to another. */

import type { NodeLabel } from '../api/types.js';
import { ConnectButton } from '../connect/connect-button.js';
import { Glyph } from '../ui/glyph.js';

interface Props {
  readonly id: string;
  readonly label: NodeLabel;
  readonly name: string;
  readonly note?: string | undefined;
}

export function Heading({ id, label, name, note }: Props) {
  return (
    <header className="heading">
      <p className="heading-kind">
        <Glyph label={label} />
        {label}
        {note !== undefined && <span> · {note}</span>}
      </p>
      <h2 className={name.length > 70 ? 'heading-name heading-name-long' : 'heading-name'}>{name}</h2>
      <ConnectButton key={id} id={id} name={name} />
    </header>
  );
}
