/** A field that finds one node: a combobox whose list stands in the page, below it. */
import { useId, useState } from 'react';
import { explain } from '../api/errors.js';
import type { SearchHit } from '../api/types.js';
import { Glyph } from '../ui/glyph.js';
import { plural } from '../ui/words.js';
import { useEnter, useSearch } from './use-search.js';
import './node-field.css';

interface Props {
  readonly label: string;
  /** Not offered. */
  readonly except: readonly string[];
  /** Whether papers are offered too. */
  readonly papers?: boolean;
  readonly onChoose: (hit: SearchHit) => void;
}

const MOST = 7;

export function NodeField({ label, except, papers = false, onChoose }: Props) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const search = useSearch(typed);
  const hits = (search.found?.hits ?? [])
    .filter((hit) => !except.includes(hit.id) && (hit.papers !== undefined || (papers && hit.label === 'Paper')))
    .slice(0, MOST);
  const open = typed.trim() !== '' && search.query !== '';
  const enter = useEnter(typed, search, () => {
    const hit = hits[active];
    if (hit) onChoose(hit);
  });
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && hits.length > 0) {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length);
    }
  };
  return (
    <>
      <input
        className="edit-input"
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && hits.length > 0 ? `${listId}-${active}` : undefined}
        placeholder="Find the other name"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: the field was asked for with the button before it
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label="Nodes"
        className="node-field-list"
        hidden={!open || hits.length === 0}
      >
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and handles the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, as the pattern asks
          <div
            key={hit.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className="node-field-option"
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => onChoose(hit)}
          >
            <Glyph label={hit.label} />
            <span className="node-field-option-name">
              {hit.name}
              {hit.alias !== undefined && <span className="secondary"> also “{hit.alias}”</span>}
            </span>
            <span className="secondary">{hit.papers === undefined ? hit.year : plural(hit.papers, 'paper')}</span>
          </div>
        ))}
      </div>
      {open && search.error !== undefined && <p className="edit-failure">{explain(search.error)}</p>}
      {open && search.found && hits.length === 0 && <p className="note">No other node has this name.</p>}
    </>
  );
}
