/** One group of steps from a node: names, each with its evidence, and of how many these are. */
import { useId, useState } from 'react';
import { explain } from '../api/errors.js';
import type { Neighbour } from '../api/types.js';
import { announce } from '../state/store.js';
import { EDGE_HEADINGS, formatCount } from '../ui/words.js';
import type { StepGroup } from './groups.js';
import type { Term } from './mentions.js';
import type { NeighbourhoodState } from './neighbourhood.js';
import { Step } from './step.js';

const FIRST = 6;
const MORE = 25;

interface Props {
  readonly group: StepGroup;
  /** The node one looks from, for marking its name in the evidence. */
  readonly self: Term;
  readonly nameOf: (id: string) => string | undefined;
  readonly more: NeighbourhoodState['more'];
  readonly onLook?: (step: Neighbour | undefined) => void;
}

export function StepList({ group, self, nameOf, more, onLook }: Props) {
  const heading = useId();
  const [most, setMost] = useState(FIRST);
  const [failure, setFailure] = useState<string>();
  const { type, direction, total, steps } = group;
  const shown = steps.slice(0, most);
  const title = EDGE_HEADINGS[type][direction];
  const showMore = async () => {
    setFailure(undefined);
    try {
      if (most + MORE > steps.length && steps.length < total) await more(type, direction);
      setMost(most + MORE);
      announce(`${title}: ${Math.min(most + MORE, total)} of ${total} shown`);
    } catch (error) {
      setFailure(explain(error));
    }
  };
  return (
    <section aria-labelledby={heading} className="steps">
      <h3 id={heading} className="steps-heading">
        {title} <span className="steps-count">{formatCount(total)}</span>
      </h3>
      <ul>
        {shown.map((step) => (
          <Step key={`${step.node.id} ${step.edge.type}`} step={step} self={self} nameOf={nameOf} onLook={onLook} />
        ))}
      </ul>
      {shown.length < total && (
        <p className="steps-more">
          <button type="button" className="link" onClick={() => void showMore()}>
            Show more
          </button>
          <span className="secondary">
            {formatCount(shown.length)} of {formatCount(total)}
          </span>
        </p>
      )}
      {failure && (
        <p className="secondary" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}
