/** Three questions that this graph answers, for those who see it for the first time. */
import { ArrowRight, X } from 'lucide-react';
import { useState } from 'react';
import type { Overview } from '../api/types.js';
import { NEW_ANSWER } from '../console/asking.js';
import { select, setAsking, setPanels } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { IconButton } from '../ui/icon-button.js';
import './suggestions.css';

const KEY = 'stemma.suggestions';

function wereClosed(): boolean {
  try {
    return localStorage.getItem(KEY) === 'closed';
  } catch {
    return false;
  }
}

export function Suggestions({ suggestions }: Pick<Overview, 'suggestions'>) {
  const [closed, setClosed] = useState(wereClosed);
  // The filters need the place.
  const filtering = useAppState((state) => state.panels.filters);
  if (closed || filtering || suggestions.length === 0) return null;
  const close = () => {
    setClosed(true);
    try {
      localStorage.setItem(KEY, 'closed');
    } catch {
      // Without storage they come back on the next visit.
    }
  };
  return (
    <nav className="suggestions card" data-floats="auto" aria-label="Questions to begin with">
      <ul>
        {suggestions.slice(0, 3).map((suggestion) => (
          <li key={suggestion.text}>
            <button type="button" className="suggestion" onClick={() => follow(suggestion)}>
              {suggestion.text}
              <ArrowRight size={15} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <IconButton name="Close the suggestions" onClick={close}>
        <X size={16} />
      </IconButton>
    </nav>
  );
}

function follow(suggestion: Overview['suggestions'][number]): void {
  if ('node' in suggestion) {
    select(suggestion.node, 'search', suggestion.to);
    return;
  }
  const form = { question: suggestion.question, typed: {} };
  setAsking({ tab: 'questions', form, asked: { ...form }, ...NEW_ANSWER });
  setPanels({ drawer: 'console' });
}
