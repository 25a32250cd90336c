/** Correcting an entity: merge it into another, rename it, give it another type. One row of quiet words, then one form. */
import { useEffect, useRef, useState } from 'react';
import type { CurationEdit, EntityNode, SearchHit } from '../api/types.js';
import { NodeField } from '../search/node-field.js';
import { useAppState } from '../state/use-state.js';
import { Glyph } from '../ui/glyph.js';
import { applyEdit } from './apply.js';
import { Rename } from './rename.js';
import './edits.css';

const TYPES = ['Concept', 'Technique', 'Model', 'Benchmark'] as const;
const KINDS = { merge: 'Merge into…', rename: 'Rename…', retype: 'Change type…' } as const;
type Kind = keyof typeof KINDS;

export function EntityEdits({ entity }: { readonly entity: EntityNode }) {
  const mayEdit = useAppState((state) => state.mayEdit);
  const [kind, setKind] = useState<Kind>();
  const [failure, setFailure] = useState<string>();
  const buttons = useRef<Partial<Record<Kind, HTMLButtonElement | null>>>({});
  if (!mayEdit) return null;
  const open = (next: Kind | undefined) => {
    setFailure(undefined);
    setKind(next);
  };
  const close = () => {
    if (kind) buttons.current[kind]?.focus();
    open(undefined);
  };
  const apply = async (edit: CurationEdit, said: string) => {
    setFailure(undefined);
    const why = await applyEdit(edit, said);
    if (why === undefined) close();
    else setFailure(why);
  };
  return (
    <section
      className="edits"
      aria-label="Correct this"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || kind === undefined) return;
        event.preventDefault();
        close();
      }}
    >
      <p className="edits-row">
        {(Object.keys(KINDS) as Kind[]).map((each) => (
          <button
            key={each}
            ref={(button) => {
              buttons.current[each] = button;
            }}
            type="button"
            className="edits-kind"
            aria-expanded={kind === each}
            onClick={() => open(kind === each ? undefined : each)}
          >
            {KINDS[each]}
          </button>
        ))}
      </p>
      {kind === 'merge' && <Merge entity={entity} apply={apply} />}
      {kind === 'rename' && <Rename entity={entity} apply={apply} />}
      {kind === 'retype' && <Retype entity={entity} apply={apply} />}
      {failure !== undefined && (
        <p className="edit-failure" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}

interface FormProps {
  readonly entity: EntityNode;
  readonly apply: (edit: CurationEdit, said: string) => Promise<void>;
}

function Merge({ entity, apply }: FormProps) {
  const [into, setInto] = useState<SearchHit>();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (into) button.current?.focus();
  }, [into]);
  if (!into) return <NodeField label={`Merge ${entity.name} into`} except={[entity.id]} onChoose={setInto} />;
  return (
    <div className="edit-confirm">
      <p>
        “{entity.name}” and all that is linked to it become part of{' '}
        <span className="edit-node">
          <Glyph label={into.label} /> “{into.name}”.
        </span>
      </p>
      <p className="edit-buttons">
        <button
          ref={button}
          type="button"
          className="primary-button"
          onClick={() => void apply({ merge: entity.id, into: into.id }, `Merged “${entity.name}” into “${into.name}”`)}
        >
          Merge
        </button>
        <button type="button" className="link" onClick={() => setInto(undefined)}>
          Choose another
        </button>
      </p>
    </div>
  );
}

function Retype({ entity, apply }: FormProps) {
  return (
    <p className="edit-types">
      {TYPES.filter((label) => label !== entity.label).map((label) => (
        <button
          key={label}
          type="button"
          className="edit-type"
          onClick={() => void apply({ retype: entity.id, to: label }, `“${entity.name}” is a ${label} now`)}
        >
          <Glyph label={label} />
          {label}
        </button>
      ))}
    </p>
  );
}
