/** The form that gives a node another name; where another node has that name, it asks first whether the two are one. */
import { useState } from 'react';
import { fold } from '../../../src/model/fold.js';
import { api } from '../api/client.js';
import type { CurationEdit, EntityNode, SearchHit } from '../api/types.js';
import { Glyph } from '../ui/glyph.js';

/** An exact name is among the first that a search finds. */
const LOOKED_AT = 20;

interface Props {
  readonly entity: EntityNode;
  readonly apply: (edit: CurationEdit, said: string) => Promise<void>;
}

export function Rename({ entity, apply }: Props) {
  const [name, setName] = useState(entity.name);
  const [other, setOther] = useState<SearchHit>();
  const to = name.trim();
  const rename = () => void apply({ rename: entity.id, to }, `Renamed “${entity.name}” to “${to}”`);
  const ask = async () => {
    const found = await otherNode(entity, to);
    setOther(found);
    if (!found) rename();
  };
  return (
    <>
      <form
        className="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (to !== '' && to !== entity.name) void ask();
        }}
      >
        <input
          className="edit-input"
          type="text"
          aria-label="New name"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          // biome-ignore lint/a11y/noAutofocus: the field was asked for with the button before it
          autoFocus
          onFocus={(event) => event.target.select()}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setOther(undefined);
          }}
        />
        {/* Once it is asked whether the two are one, that is what one is to decide. */}
        <button
          type="submit"
          className={other ? 'edits-kind' : 'primary-button'}
          disabled={to === '' || to === entity.name}
        >
          Rename
        </button>
      </form>
      {other && (
        <div className="edit-confirm">
          <p role="alert">
            <span className="edit-node">
              <Glyph label={other.label} />
            </span>{' '}
            {isCalled(other.name, to)
              ? `${other.label === entity.label ? 'Another' : 'A'} ${other.label} is called “${other.name}”. `
              : `The ${other.label} “${other.name}” is called “${other.alias}”, too. `}
            Merge into it instead?
          </p>
          <p className="edit-buttons">
            <button
              type="button"
              className="primary-button"
              onClick={() =>
                void apply({ merge: entity.id, into: other.id }, `Merged “${entity.name}” into “${other.name}”`)
              }
            >
              Merge into it
            </button>
            <button type="button" className="link" onClick={rename}>
              Rename all the same
            </button>
          </p>
        </div>
      )}
    </>
  );
}

/** The other node that has this name, before one that only goes by it, too. */
async function otherNode(entity: EntityNode, name: string): Promise<SearchHit | undefined> {
  // Where it cannot be looked up the edit is tried: the server says what is wrong.
  const { hits } = await api.search(name, LOOKED_AT).catch(() => ({ hits: [] as SearchHit[] }));
  const others = hits.filter((hit) => hit.id !== entity.id && hit.papers !== undefined);
  return (
    others.find((hit) => isCalled(hit.name, name)) ??
    others.find((hit) => hit.alias !== undefined && isCalled(hit.alias, name))
  );
}

function isCalled(a: string, b: string): boolean {
  return a === b || (fold(a) !== '' && fold(a) === fold(b));
}
