/** The search field: a combobox as WAI-ARIA describes it, whose list is the graph's nodes. */
import { Search as SearchIcon, X } from 'lucide-react';
import { type RefObject, useId, useMemo, useState } from 'react';
import { select } from '../state/store.js';
import { IconButton } from '../ui/icon-button.js';
import { groupHits } from './groups.js';
import { SearchList } from './search-list.js';
import { useEnter, useSearch } from './use-search.js';
import './search.css';

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
}

export function SearchField({ input }: Props) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const search = useSearch(typed);
  const groups = useMemo(() => groupHits(search.found?.hits ?? []), [search.found]);
  const hits = useMemo(() => groups.flatMap((group) => group.hits), [groups]);
  const expanded = open && typed.trim() !== '';
  const optionId = (index: number) => `${listId}-${index}`;

  const type = (text: string) => {
    setTyped(text);
    setOpen(true);
    setActive(0);
  };
  const choose = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    setOpen(false);
    setTyped('');
    input.current?.blur();
    select(hit.id, 'search');
  };
  const enter = useEnter(typed, search, () => choose(active));
  const onKeyDown = (event: React.KeyboardEvent) => {
    // While characters are being composed, Enter and the arrows belong to the composition.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      if (typed === '') input.current?.blur();
      type('');
    } else if (event.key === 'Enter' && expanded) {
      event.preventDefault();
      enter();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (!expanded || hits.length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((active + step + hits.length) % hits.length);
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is not known to all browsers yet
    <div className="search card" role="search">
      <SearchIcon size={18} className="search-icon" aria-hidden="true" />
      <input
        ref={input}
        className="search-input"
        type="text"
        role="combobox"
        aria-label="Search papers, concepts, techniques, models and benchmarks"
        aria-expanded={expanded}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={expanded && hits.length > 0 ? optionId(active) : undefined}
        aria-keyshortcuts="/"
        placeholder="Search papers and ideas"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        maxLength={200}
        onChange={(event) => type(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {typed === '' ? (
        <span className="search-key" aria-hidden="true">
          /
        </span>
      ) : (
        <IconButton
          name="Clear the search"
          onClick={() => {
            type('');
            input.current?.focus();
          }}
        >
          <X size={16} />
        </IconButton>
      )}
      <SearchList
        id={listId}
        expanded={expanded}
        search={search}
        groups={groups}
        active={active}
        optionId={optionId}
        onActive={setActive}
        onChoose={choose}
      />
    </div>
  );
}
