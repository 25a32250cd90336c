/** The suggestions under the search field, by label, with the alias where that is what matched. */
import { useEffect, useRef } from 'react';
import { explain } from '../api/errors.js';
import type { SearchHit } from '../api/types.js';
import { Glyph } from '../ui/glyph.js';
import { formatCount, LABEL_PLURALS, plural } from '../ui/words.js';
import type { HitGroup } from './groups.js';
import type { SearchState } from './use-search.js';

interface Props {
  readonly id: string;
  readonly expanded: boolean;
  readonly search: SearchState;
  readonly groups: readonly HitGroup[];
  readonly active: number;
  readonly optionId: (index: number) => string;
  readonly onActive: (index: number) => void;
  readonly onChoose: (index: number) => void;
}

export function SearchList({ id, expanded, search, groups, active, optionId, onActive, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active option is found by its attribute
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const { found, error, query } = search;
  const status = !expanded ? '' : error ? explain(error) : found ? words(found.shown, found.total) : '';
  let index = 0;
  return (
    <>
      <div className="search-results card" hidden={!expanded || query === ''}>
        <div ref={list} id={id} role="listbox" aria-label="Suggestions" className="search-list">
          {groups.map(({ label, hits }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox
            <div key={label} role="group" aria-label={`${LABEL_PLURALS[label]}, ${hits.length}`}>
              <div className="search-group" aria-hidden="true">
                <Glyph label={label} />
                {LABEL_PLURALS[label]}
                <span className="search-count">{hits.length}</span>
              </div>
              {hits.map((hit) => {
                const at = index++;
                return (
                  <Option
                    key={hit.id}
                    id={optionId(at)}
                    hit={hit}
                    active={at === active}
                    onActive={() => onActive(at)}
                    onChoose={() => onChoose(at)}
                  />
                );
              })}
            </div>
          ))}
        </div>
        {error !== undefined && <p className="search-note">{explain(error)}</p>}
        {found?.shown === 0 && (
          <p className="search-note">No paper or idea has this name. Try an alias or fewer letters.</p>
        )}
        {found && found.shown > 0 && found.shown < found.total && (
          <p className="search-note secondary">
            The {found.shown} best of {formatCount(found.total)}. More letters narrow it down.
          </p>
        )}
      </div>
      <p className="unseen" role="status">
        {status}
      </p>
    </>
  );
}

function words(shown: number, total: number): string {
  if (total === 0) return 'Nothing found. Try an alias or fewer letters.';
  return shown < total ? `${shown} of ${formatCount(total)} suggestions` : plural(total, 'suggestion');
}

interface OptionProps {
  readonly id: string;
  readonly hit: SearchHit;
  readonly active: boolean;
  readonly onActive: () => void;
  readonly onChoose: () => void;
}

function Option({ id, hit, active, onActive, onChoose }: OptionProps) {
  const note = hit.papers === undefined ? hit.year : plural(hit.papers, 'paper');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the focus and handles the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, as the pattern asks
    <div
      id={id}
      role="option"
      aria-selected={active}
      className="search-option"
      // The field must keep the focus until the click is done.
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onActive}
      onClick={onChoose}
    >
      <span className="search-name">
        {hit.name}
        {hit.alias !== undefined && <span className="search-alias"> also “{hit.alias}”</span>}
      </span>
      {note !== undefined && <span className="search-note-inline">{note}</span>}
    </div>
  );
}
