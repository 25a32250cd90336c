/** The queries that were run before, the newest first. */
import type { Favourites } from './kept.js';
import { StarButton } from './star-button.js';

interface Props {
  readonly queries: readonly string[];
  readonly favourites: Favourites;
  readonly onChoose: (query: string) => void;
}

export function RecentQueries({ queries, favourites, onChoose }: Props) {
  if (queries.length === 0)
    return <p className="console-hint secondary">The queries that you run in Cypher are kept here, in this browser.</p>;
  return (
    <ul className="console-list">
      {queries.map((query) => (
        <li key={query} className="console-kept">
          <button type="button" className="console-choice console-code" onClick={() => onChoose(query)}>
            {query}
          </button>
          <StarButton cypher={query} favourites={favourites} />
        </li>
      ))}
    </ul>
  );
}
