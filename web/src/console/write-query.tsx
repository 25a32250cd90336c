/** Where a query is written in Cypher, with a field for each of its parameters. */
import { useRef } from 'react';
import type { Stats } from '../api/types.js';
import { Editor, type Mistake } from './editor.js';
import type { Favourites } from './kept.js';
import { parametersOf } from './parameters.js';
import { RunButton } from './run-button.js';
import { StarButton } from './star-button.js';

interface Props {
  readonly text: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly stats: Stats;
  readonly mistake: Mistake | undefined;
  readonly running: boolean;
  /** The newest first. */
  readonly queries: readonly string[];
  readonly favourites: Favourites;
  readonly onChange: (text: string) => void;
  readonly onType: (typed: Readonly<Record<string, string>>) => void;
  readonly onRun: () => void;
  readonly onCancel: () => void;
}

export function WriteQuery({ text, typed, stats, mistake, running, queries, favourites, ...deeds }: Props) {
  const { onChange, onType, onRun, onCancel } = deeds;
  const names = parametersOf(text);
  const recalled = useRef(-1);
  const recall = (older: boolean) => {
    const here = text === '' ? -1 : recalled.current;
    // Arrows move through the queries only while one stands there as it was.
    if (text !== '' && queries[here] !== text) return false;
    const next = here + (older ? 1 : -1);
    if (next >= queries.length || next < -1 || here === next) return false;
    recalled.current = next;
    onChange(queries[next] ?? '');
    return true;
  };
  return (
    <div className="console-pane">
      <Editor text={text} stats={stats} mistake={mistake} onChange={onChange} onRun={onRun} onRecall={recall} focused />
      {names.length > 0 && (
        <div className="console-fields">
          {names.map((name) => (
            <label key={name} className="console-field">
              <span className="console-field-name">${name}</span>
              <input
                type="text"
                autoComplete="off"
                spellCheck={false}
                placeholder={'text, 3 or ["a", "b"]'}
                value={typed[name] ?? ''}
                onChange={(event) => onType({ ...typed, [name]: event.target.value })}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing) onRun();
                }}
              />
            </label>
          ))}
        </div>
      )}
      <div className="console-run">
        <RunButton running={running} disabled={text.trim() === ''} onRun={onRun} onCancel={onCancel} />
        <span className="secondary console-keys">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
        <StarButton key={text} cypher={text} typed={typed} favourites={favourites} />
      </div>
    </div>
  );
}
