/** The main paths in words: each a chain from the newest method to the oldest, with the sentence of each step. */
import { Glyph } from '../ui/glyph.js';
import type { LineageAnswer, LineageMethod, LineageStep } from './lineage-api.js';
import { Sentences } from './sentences.js';
import { stepWords, whenWords } from './words.js';

interface Props {
  readonly answer: LineageAnswer;
  readonly onChoose: (id: string) => void;
}

interface Link {
  readonly method: LineageMethod;
  /** To the next, older one. */
  readonly step: LineageStep | undefined;
}

export function Chains({ answer, onChoose }: Props) {
  const [first, ...others] = chainsOf(answer);
  if (!first) return null;
  return (
    <>
      <p className="lineage-relation">
        The chains along which most ways run from a newer to an older method. The first, in colour, carries most of
        them.
      </p>
      <section className="part">
        <h2 className="steps-heading">{namesOf(first)}</h2>
        <Chain links={first} methods={answer.methods} onChoose={onChoose} />
      </section>
      {others.map((links) => (
        <details key={links[0]?.method.id} className="part lineage-chain">
          <summary>{namesOf(links)}</summary>
          <Chain links={links} methods={answer.methods} onChoose={onChoose} />
        </details>
      ))}
    </>
  );
}

/** The way between two methods: each step of it, from the newer end to the older; where they meet, first one's, then the other's. */
export function Way({ answer: { of, to, methods, steps }, onChoose }: Props) {
  const chains = [of, to].flatMap((newest) => {
    const links = newest === undefined ? [] : follow(newest, methods, new Map(mainOf(steps)));
    return links.length > 1 ? [links] : [];
  });
  return chains.map((links) => (
    <section key={links[0]?.method.id} className="part">
      <h2 className="steps-heading">{namesOf(links)}</h2>
      <Chain links={links} methods={methods} onChoose={onChoose} />
    </section>
  ));
}

const mainOf = (steps: LineageAnswer['steps']) =>
  steps.filter(({ main }) => main).map((step) => [step.head, step] as const);

interface ChainProps {
  readonly links: readonly Link[];
  readonly methods: LineageAnswer['methods'];
  readonly onChoose: (id: string) => void;
}

function Chain({ links, methods, onChoose }: ChainProps) {
  return (
    <ol className="lineage-links">
      {links.map(({ method, step }) => (
        <li key={method.id} className="lineage-step">
          <p className="lineage-step-head">
            <Glyph label={method.label} />
            <button type="button" className="lineage-step-name" onClick={() => onChoose(method.id)}>
              {method.name}
            </button>
            <span className="secondary">{whenWords(method)}</span>
            {step && <span className="chip">{stepWords(step)}</span>}
          </p>
          {step && <Sentences step={step} methods={methods} most={1} />}
        </li>
      ))}
    </ol>
  );
}

/** As the server gives them: the one that carries most first. */
function chainsOf({ methods, steps }: LineageAnswer): Link[][] {
  const onwards = new Map(steps.map((step) => [step.head, step]));
  const older = new Set(steps.map(({ tail }) => tail));
  return methods.filter(({ id }) => !older.has(id) && onwards.has(id)).map(({ id }) => follow(id, methods, onwards));
}

/** @param onwards the step from each method to the next, older one */
function follow(newest: string, methods: LineageAnswer['methods'], onwards: ReadonlyMap<string, LineageStep>): Link[] {
  const byId = new Map(methods.map((method) => [method.id, method]));
  const links: Link[] = [];
  for (let at = byId.get(newest); at; ) {
    const step = onwards.get(at.id);
    links.push({ method: at, step });
    at = step && byId.get(step.tail);
  }
  return links;
}

function namesOf(links: readonly Link[]): string {
  return links.map(({ method }) => method.name).join(' ← ');
}
