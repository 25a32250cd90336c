/** The answer to a question: as a table, in the graph, as JSON or a plan, and as a file. */
import { useEffect, useRef } from 'react';
import type { CypherResult, Stats } from '../api/types.js';
import type { Scene } from '../graph/scene.js';
import { setAsking } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { formatCount, plural } from '../ui/words.js';
import { AnswerTable } from './answer-table.js';
import { saveFile, toCsv, toJson } from './download.js';
import { MistakeView } from './mistake-view.js';
import { PlanTree } from './plan-tree.js';
import { ShowButtons } from './show-buttons.js';
import { ALL_ROWS, type Answer, MOST_ROWS } from './use-question.js';
import './answer-view.css';

/** What is said of an answer that has not all rows, by what cut it. */
const MORE: Record<NonNullable<CypherResult['truncatedBy']>, string> = {
  rows: 'There are more rows',
  size: 'There are more rows, but the answer grew too large',
  time: 'There may be more rows, but the question ran out of time',
  memory: 'There may be more rows, but the question ran out of memory',
};

interface Props {
  readonly answer: Answer;
  readonly scene: Scene | undefined;
  readonly stats: Stats;
}

export function AnswerView({ answer, scene, stats }: Props) {
  const place = useRef<HTMLElement>(null);
  const { state } = answer;
  useEffect(() => {
    // Where it stands below the question, it comes into view.
    if (state === 'answered') place.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <section ref={place} className="answer" aria-label="Answer" aria-busy={state === 'running'}>
      {state === 'none' && (
        <p className="console-hint secondary">
          Choose a question, or write one in Cypher. The answer appears here, and what it speaks of can be shown in the
          graph.
        </p>
      )}
      {state === 'cancelled' && <p className="console-hint secondary">Cancelled. Nothing was changed.</p>}
      {state === 'running' && <p className="console-hint secondary answer-running">Asking…</p>}
      {state === 'failed' && <MistakeView question={answer.question} error={answer.error} />}
      {state === 'answered' && (
        <Result
          result={answer.result}
          nameOf={(id) => (answer.question.ready ? scene?.nameOf(id) : undefined)}
          scene={scene}
          stats={stats}
          {...(answer.result.truncatedBy === 'rows' && answer.result.rows.length <= MOST_ROWS
            ? { onMore: () => setAsking({ all: true }) }
            : {})}
        />
      )}
    </section>
  );
}

interface ResultProps {
  readonly nameOf: (id: string) => string | undefined;
  readonly result: CypherResult;
  readonly scene: Scene | undefined;
  readonly stats: Stats;
  readonly onMore?: () => void;
}

function Result({ result, nameOf, scene, stats, onMore }: ResultProps) {
  const asJson = useAppState((state) => state.asking.asJson);
  const { rows, columns, truncated, truncatedBy, translated, plan, milliseconds } = result;
  return (
    <>
      <header className="answer-top">
        <p className="answer-count">
          <strong>
            {plan ? 'Plan' : truncated ? `The first ${plural(rows.length, 'row')}` : plural(rows.length, 'row')}
          </strong>
          <span className="secondary"> in {formatCount(Math.round(milliseconds))} ms</span>
        </p>
        {!plan && rows.length > 0 && (
          <div className="answer-deeds">
            <ShowButtons rows={rows} scene={scene} stats={stats} />
            <button
              type="button"
              className="console-quiet"
              aria-pressed={asJson}
              onClick={() => setAsking({ asJson: !asJson })}
            >
              View JSON
            </button>
            <button
              type="button"
              className="console-quiet"
              aria-label="Download CSV"
              onClick={() => saveFile('stemma-answer.csv', toCsv(result), 'text/csv')}
            >
              CSV
            </button>
            <button
              type="button"
              className="console-quiet"
              aria-label="Download JSON"
              onClick={() => saveFile('stemma-answer.json', toJson(result), 'application/json')}
            >
              JSON
            </button>
          </div>
        )}
      </header>
      {truncated && (
        <p className="answer-note">
          {MORE[truncatedBy ?? 'rows']}: narrow the question, or give it a LIMIT.{' '}
          {onMore && (
            <button type="button" className="link" onClick={onMore}>
              Ask for {formatCount(ALL_ROWS)}
            </button>
          )}
        </p>
      )}
      {translated !== undefined && (
        <details className="answer-note">
          <summary>Written as for Neo4j, and translated for the database of this graph</summary>
          <pre>{translated}</pre>
        </details>
      )}
      {plan ? (
        <PlanTree plan={plan} />
      ) : rows.length === 0 ? (
        <p className="console-hint secondary">
          Nothing in this graph answers it. Try other names, or fewer conditions.
        </p>
      ) : asJson ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
        <pre className="answer-json" tabIndex={0}>
          {toJson(result)}
        </pre>
      ) : (
        <AnswerTable columns={columns} rows={rows} nameOf={nameOf} />
      )}
    </>
  );
}
