/** Beside the drawing: the method that is looked at, the steps to and from it, and every sentence. */
import { useState } from 'react';
import { select } from '../state/store.js';
import { Glyph } from '../ui/glyph.js';
import { plural } from '../ui/words.js';
import { Chains, Way } from './chains.js';
import type { LineageAnswer, LineageMethod, LineageStep } from './lineage-api.js';
import { Sentences } from './sentences.js';
import { type LineageView, USUAL } from './view-address.js';
import { ViewLink } from './view-link.js';
import { closeView } from './view-state.js';
import { REASONS, stepWords, whenWords } from './words.js';

interface Props {
  readonly answer: LineageAnswer;
  readonly at: string | undefined;
  readonly view: LineageView;
  readonly onChoose: (id: string) => void;
  readonly onFold: (id: string) => void;
}

const RELATIONS: Readonly<
  Record<NonNullable<LineageAnswer['relation']>, (from: string, to: string, both: string) => string>
> = {
  descends: (from, to) => `${from} came from ${to}.`,
  'is an ancestor': (from, to) => `${to} came from ${from}.`,
  'common ancestor': (from, to, both) => `Neither of ${from} and ${to} came from the other. Both came from ${both}.`,
  none: (from, to) => `No chain of steps joins ${from} and ${to}.`,
};

export function Details({ answer, at, view, onChoose, onFold }: Props) {
  const method = answer.methods.find(({ id }) => id === at);
  const nameOf = (id: string | undefined) => answer.methods.find((each) => each.id === id)?.name ?? id ?? '';
  return (
    <aside className="lineage-details" aria-label="Details">
      {answer.relation && (
        <>
          <p className="lineage-relation">
            {RELATIONS[answer.relation](nameOf(answer.of), nameOf(answer.to), nameOf(answer.mainPath.at(-1)))}
          </p>
          <Way answer={answer} onChoose={onChoose} />
        </>
      )}
      {answer.of === undefined && !method && <Chains answer={answer} onChoose={onChoose} />}
      {method && <About method={method} view={view} onFold={onFold} isRoot={method.id === answer.of} />}
      {method && (
        <>
          <Steps title="Came from" side="tail" method={method} answer={answer} onChoose={onChoose} />
          <Steps title="Gave rise to" side="head" method={method} answer={answer} onChoose={onChoose} />
        </>
      )}
      {method?.id === answer.of && answer.aside.length > 0 && <Aside answer={answer} />}
    </aside>
  );
}

interface AboutProps {
  readonly method: LineageMethod;
  readonly view: LineageView;
  readonly isRoot: boolean;
  readonly onFold: (id: string) => void;
}

function About({ method, view, isRoot, onFold }: AboutProps) {
  const folded = view.folded.includes(method.id);
  const canFold = view.id !== undefined && view.to === undefined && !isRoot && !method.generic;
  return (
    <header>
      <p className="heading-kind">
        <Glyph label={method.label} />
        {method.label} · {whenWords(method)} · {plural(method.papers, 'paper')}
      </p>
      <h2 className="heading-name">{method.name}</h2>
      {method.paper && <p className="names">Introduced by “{method.paper.title}”</p>}
      {method.generic && <p className="names">A common tool: named here, and not walked through.</p>}
      <div className="heading-ways">
        {!isRoot && (
          <ViewLink view={{ page: 'lineage', id: method.id, ...USUAL }} className="quiet-button view-way">
            Lineage from here
          </ViewLink>
        )}
        {canFold && (
          <button type="button" className="quiet-button" aria-pressed={folded} onClick={() => onFold(method.id)}>
            {folded ? 'Unfold' : 'Fold'}
          </button>
        )}
        <ViewLink view={{ page: 'method', id: method.id }} className="quiet-button view-way">
          Its page
        </ViewLink>
        <button
          type="button"
          className="quiet-button"
          onClick={() => {
            select(method.id, 'link');
            closeView();
          }}
        >
          In the graph
        </button>
      </div>
    </header>
  );
}

const FIRST = 12;

interface StepsProps {
  readonly title: string;
  /** The end at which the other method stands. */
  readonly side: 'head' | 'tail';
  readonly method: LineageMethod;
  readonly answer: LineageAnswer;
  readonly onChoose: (id: string) => void;
}

function Steps({ title, side, method, answer, onChoose }: StepsProps) {
  const [most, setMost] = useState(FIRST);
  const near = side === 'head' ? 'tail' : 'head';
  const steps = answer.steps.filter((step) => step[near] === method.id).sort(byWeight);
  const all = side === 'head' ? method.children : method.parents;
  if (all === 0) return null;
  return (
    <section className="part">
      <h3 className="steps-heading">
        {title}{' '}
        <span className="steps-count">{steps.length < all ? `${steps.length} of ${all} shown` : String(all)}</span>
      </h3>
      <ul>
        {steps.slice(0, most).map((step) => {
          const other = answer.methods.find(({ id }) => id === step[side]);
          return (
            <li key={step[side]} className="lineage-step">
              <p className="lineage-step-head">
                {other && <Glyph label={other.label} />}
                <button type="button" className="lineage-step-name" onClick={() => onChoose(step[side])}>
                  {other?.name ?? step[side]}
                </button>
                <span className="chip">{stepWords(step)}</span>
                {other && <span className="secondary">{whenWords(other)}</span>}
              </p>
              <Sentences step={step} methods={answer.methods} most={3} />
              {step.over && (
                <p className="lineage-source">
                  Not drawn: it also leads over{' '}
                  {step.over.map((id) => answer.methods.find((each) => each.id === id)?.name ?? id).join(', ')}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {most < steps.length && (
        <button type="button" className="link" onClick={() => setMost(most + 50)}>
          Show more
        </button>
      )}
    </section>
  );
}

function byWeight(a: LineageStep, b: LineageStep): number {
  return Number(b.main) - Number(a.main) || b.weight - a.weight || (a.head + a.tail < b.head + b.tail ? -1 : 1);
}

/** What is known and yet in no lineage, for those who miss it. */
function Aside({ answer: { aside, methods } }: { readonly answer: LineageAnswer }) {
  return (
    <details className="part lineage-aside">
      <summary>{plural(aside.length, 'statement')} left out</summary>
      <ul>
        {aside.map((step) => (
          <li key={`${step.head} ${step.tail}`} className="lineage-step">
            <p>
              {step.names[0]} {stepWords(step)} {step.names[1]}: {REASONS[step.reason]}
              {step.circle &&
                ` (${step.circle.map((id) => methods.find((each) => each.id === id)?.name ?? id).join(' → ')})`}
            </p>
            <Sentences
              step={step}
              methods={[
                { id: step.head, name: step.names[0] },
                { id: step.tail, name: step.names[1] },
              ]}
              most={1}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
