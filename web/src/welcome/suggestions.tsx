/** Three questions that this graph answers, for those who see it for the first time. */
import { ArrowRight, X } from 'lucide-react';
import { useState } from 'react';
import type { Overview } from '../api/types.js';
import { select } from '../state/store.js';
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
  if (closed || suggestions.length === 0) return null;
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
        {suggestions.slice(0, 3).map(({ text, node }) => (
          <li key={text}>
            <button type="button" className="suggestion" onClick={() => select(node, 'search')}>
              {text}
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
