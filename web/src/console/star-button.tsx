/** A star beside a query: keeps it under a name, or no longer. */
import { Star } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../state/store.js';
import { IconButton } from '../ui/icon-button.js';
import { type Favourites, nameFor } from './kept.js';

interface Props {
  readonly cypher: string;
  /** What was typed for its parameters. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly favourites: Favourites;
}

export function StarButton({ cypher, typed = {}, favourites }: Props) {
  const [naming, setNaming] = useState<string>();
  const known = favourites.all.find((favourite) => favourite.cypher === cypher);
  if (naming === undefined)
    return (
      <IconButton
        name={known ? `Remove the favourite ${known.name}` : 'Keep as a favourite…'}
        disabled={cypher.trim() === ''}
        onClick={() => {
          if (known) {
            favourites.remove(cypher);
            announce(`${known.name} is no favourite any more`);
          } else setNaming(nameFor(cypher));
        }}
      >
        <Star size={16} fill={known ? 'currentColor' : 'none'} />
      </IconButton>
    );
  const save = () => {
    const name = naming.trim();
    if (name === '') return;
    favourites.add({ name, cypher, typed });
    announce(`Kept as ${name}`);
    setNaming(undefined);
  };
  return (
    <form
      className="console-naming"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <input
        type="text"
        aria-label="Name of the favourite"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was pressed
        autoFocus
        value={naming}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setNaming(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          setNaming(undefined);
        }}
      />
      <button type="submit" className="console-quiet" disabled={naming.trim() === ''}>
        Keep
      </button>
    </form>
  );
}
