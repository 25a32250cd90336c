/** The queries that were run before, the newest first. */
interface Props {
  readonly queries: readonly string[];
  readonly onChoose: (query: string) => void;
}

export function RecentQueries({ queries, onChoose }: Props) {
  if (queries.length === 0)
    return <p className="console-hint secondary">The queries that you run in Cypher are kept here, in this browser.</p>;
  return (
    <ul className="console-list">
      {queries.map((query) => (
        <li key={query}>
          <button type="button" className="console-choice console-code" onClick={() => onChoose(query)}>
            {query}
          </button>
        </li>
      ))}
    </ul>
  );
}
