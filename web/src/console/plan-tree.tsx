/** How the database answers, step by step: the last step first, each over those that it takes its rows from. */
import type { CypherResult } from '../api/types.js';
import { formatCount } from '../ui/words.js';

type Step = NonNullable<CypherResult['plan']>;

export function PlanTree({ plan }: { readonly plan: Step }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
    <section className="plan" aria-label="Plan" tabIndex={0}>
      <ul>
        <PlanStep step={plan} />
      </ul>
    </section>
  );
}

function PlanStep({ step }: { readonly step: Step }) {
  const { operator, details, expectedRows, rows, hits, milliseconds, children } = step;
  const figures = [
    expectedRows === undefined ? '' : `${formatCount(Math.round(expectedRows))} rows expected`,
    rows === undefined ? '' : `${formatCount(rows)} rows`,
    hits === undefined ? '' : `${formatCount(hits)} hits`,
    milliseconds === undefined ? '' : `${milliseconds} ms`,
  ].filter((text) => text !== '');
  return (
    <li>
      <p>
        <strong>{operator}</strong> {figures.length > 0 && <span className="chip">{figures.join(', ')}</span>}
      </p>
      {details !== '' && <p className="secondary plan-details">{details}</p>}
      {children.length > 0 && (
        <ul>
          {children.map((child, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name but their place, and never move
            <PlanStep key={i} step={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
