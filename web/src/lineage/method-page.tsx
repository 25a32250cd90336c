/** The page of a method: what it is, where it came from, what came of it, its rivals, benchmarks, months and sentences. */
import { X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useId } from 'react';
import { api } from '../api/client.js';
import type { Neighbour } from '../api/types.js';
import { Evidence } from '../inspector/evidence.js';
import { announce, select } from '../state/store.js';
import { useRequest } from '../state/use-request.js';
import { FailedRequest } from '../ui/failed-request.js';
import { Glyph } from '../ui/glyph.js';
import { IconButton } from '../ui/icon-button.js';
import { MonthChart } from '../ui/month-chart.js';
import { distinctForms, formatDate, plural } from '../ui/words.js';
import { askLineage, askMethod, type LineageAnswer, type MethodProfile, type MethodRef } from './lineage-api.js';
import { Sentences } from './sentences.js';
import { USUAL } from './view-address.js';
import { ViewLink } from './view-link.js';
import { closeView } from './view-state.js';
import { stepWords, whenWords } from './words.js';
import './lineage.css';
import './method.css';

interface Known {
  readonly profile: MethodProfile;
  /** Its neighbours by descent. */
  readonly lineage: LineageAnswer;
  readonly sentences: readonly Neighbour[];
}

/** Sentences shown of papers that speak of it. */
const SENTENCES = 8;
const STEPS = 24;

async function ask(id: string, signal: AbortSignal): Promise<Known> {
  const near = { page: 'lineage', id, ...USUAL, depth: 1, limit: 120, generic: true } as const;
  const [profile, lineage, links] = await Promise.all([
    askMethod(id, signal),
    askLineage(near, signal),
    api.neighbours(id, { limit: 60, direction: 'in' }, signal),
  ]);
  const sentences = links.neighbours.filter(({ edge }) => 'start' in edge).slice(0, SENTENCES);
  return { profile, lineage, sentences };
}

export function MethodPage({ id }: { readonly id: string }) {
  const asked = useCallback((signal: AbortSignal) => ask(id, signal), [id]);
  const [request, again] = useRequest(asked);
  const known = request.state === 'ready' ? request.value : undefined;
  useEffect(() => {
    if (!known) return;
    document.title = `${known.profile.method.name} – Stemma`;
    announce(`The page of ${known.profile.method.name}`);
  }, [known]);
  return (
    <div className="method-scroll">
      <main className="method">
        <IconButton name="Close the page" shortcut="Escape" className="lineage-close" onClick={closeView}>
          <X size={18} />
        </IconButton>
        {request.state === 'loading' && (
          <p className="secondary" role="status">
            Looking up the method…
          </p>
        )}
        {request.state === 'failed' && (
          <FailedRequest title="The method could not be loaded" error={request.error} again={again} ofMethod />
        )}
        {known && <Method {...known} />}
      </main>
    </div>
  );
}

function Method({ profile, lineage, sentences }: Known) {
  const { method, aliases } = profile;
  const others = distinctForms(method.name, aliases);
  const parents = lineage.steps.filter(({ head }) => head === method.id);
  const children = lineage.steps.filter(({ tail }) => tail === method.id);
  return (
    <>
      <header className="method-head">
        <p className="heading-kind">
          <Glyph label={method.label} />
          {method.label} · {plural(method.papers, 'paper')}
        </p>
        <h1>{method.name}</h1>
        {others.length > 0 && <p className="names">Also {others.join(', ')}</p>}
        <p className="names">
          {method.paper ? 'Introduced' : 'Known'} {whenWords(method)}
          {method.paper && ` by “${method.paper.title}”`}
          {profile.lastSeen !== undefined && `, last seen ${formatDate(profile.lastSeen)}`}
        </p>
        <div className="heading-ways">
          <ViewLink view={{ page: 'lineage', id: method.id, ...USUAL }} className="quiet-button view-way">
            Lineage
          </ViewLink>
          <InGraph id={method.id} />
        </div>
      </header>
      {profile.timeline.length > 0 && (
        <Part title="Papers by month">
          <MonthChart months={profile.timeline} />
        </Part>
      )}
      <div className="method-columns">
        <StepPart title="Came from" steps={parents} total={method.parents} side="tail" lineage={lineage} />
        <StepPart title="Gave rise to" steps={children} total={method.children} side="head" lineage={lineage} />
      </div>
      {profile.changes.length > 0 && (
        <Part title="What those that came from it did">
          <ul className="method-rows">
            {profile.changes.map(({ kind, count, examples }) => (
              <li key={kind ?? 'builds on'}>
                <span className="chip">{stepWords({ kind })}</span> {count}
                <span className="secondary">
                  {' '}
                  such as <Names methods={examples.map((example) => example.method)} />
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {profile.branches.length > 0 && (
        <Part title="Branches" count={profile.branchCount}>
          <ul className="method-rows">
            {profile.branches.map(({ method: first, size, recent, last, state }) => (
              <li key={first.id}>
                <Name method={first} /> <span className="chip">{state}</span>
                <span className="secondary">
                  {' '}
                  {plural(size, 'method')}
                  {recent > 0 && `, ${recent} in the last half year`}
                  {last !== undefined && `, the last in ${formatDate(last)}`}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {profile.crossings.length > 0 && (
        <Part title="Taken up by other fields">
          <ul className="method-rows">
            {profile.crossings.map(({ community, field, first, methods, chain }) => (
              <li key={community}>
                {first.date !== undefined && <span className="secondary">{formatDate(first.date)} </span>}
                {field}: <Names methods={chain.slice(0, -1)} joint=" → " />
                {methods > 1 && <span className="secondary"> and {plural(methods - 1, 'other')}</span>}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <div className="method-columns">
        <Rivals title="Beats" rivals={profile.beats} count={profile.beatsCount} self={method} />
        <Rivals title="Is beaten by" rivals={profile.beatenBy} count={profile.beatenByCount} self={method} />
      </div>
      {profile.benchmarks.length > 0 && (
        <Part title="Benchmarks">
          <p>
            <Names methods={profile.benchmarks.map(({ method: benchmark }) => benchmark)} />
          </p>
        </Part>
      )}
      {profile.siblings.length > 0 && (
        <Part title="Siblings" count={profile.siblingCount}>
          <ul className="method-rows">
            {profile.siblings.map(({ method: sibling, shared }) => (
              <li key={sibling.id}>
                <Name method={sibling} />
                <span className="secondary">
                  {' '}
                  by <Names methods={shared} />
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {sentences.length > 0 && (
        <Part title="Sentences">
          <ul>
            {sentences.map(({ node, edge }) => (
              <li key={`${node.id} ${edge.type}`} className="lineage-step">
                {'start' in edge && (
                  <Evidence text={edge.evidence} terms={[{ id: method.id, forms: [method.name, ...aliases] }]} />
                )}
                <p className="lineage-source">
                  {node.name}
                  {node.year !== undefined && `, ${node.year}`}
                </p>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function InGraph({ id }: { readonly id: string }) {
  return (
    <button
      type="button"
      className="quiet-button"
      onClick={() => {
        select(id, 'link');
        closeView();
      }}
    >
      In the graph
    </button>
  );
}

interface PartProps {
  readonly title: string;
  readonly count?: number;
  readonly children: ReactNode;
}

function Part({ title, count, children }: PartProps) {
  const heading = useId();
  return (
    <section className="method-part" aria-labelledby={heading}>
      <h2 id={heading}>
        {title} {count !== undefined && <span className="steps-count">{count}</span>}
      </h2>
      {children}
    </section>
  );
}

function Name({ method: { id, label, name } }: { readonly method: MethodRef }) {
  return (
    <ViewLink view={{ page: 'method', id }} className="method-name">
      <Glyph label={label} />
      {name}
    </ViewLink>
  );
}

function Names({ methods, joint = ', ' }: { readonly methods: readonly MethodRef[]; readonly joint?: string }) {
  return methods.map((method, place) => (
    <span key={method.id}>
      {place > 0 && joint}
      <Name method={method} />
    </span>
  ));
}

interface StepPartProps {
  readonly title: string;
  readonly steps: LineageAnswer['steps'];
  readonly total: number;
  readonly side: 'head' | 'tail';
  readonly lineage: LineageAnswer;
}

function StepPart({ title, steps, total, side, lineage }: StepPartProps) {
  if (steps.length === 0) return null;
  const byId = new Map(lineage.methods.map((method) => [method.id, method]));
  const sorted = [...steps].sort((a, b) => b.weight - a.weight || (a[side] < b[side] ? -1 : 1)).slice(0, STEPS);
  return (
    <Part title={title} count={total}>
      <ul>
        {sorted.map((step) => {
          const other = byId.get(step[side]);
          return (
            other && (
              <li key={other.id} className="lineage-step">
                <p className="lineage-step-head">
                  <Name method={other} /> <span className="chip">{stepWords(step)}</span>
                  <span className="secondary">{whenWords(other)}</span>
                </p>
                <Sentences step={step} methods={lineage.methods} most={1} />
              </li>
            )
          );
        })}
      </ul>
      {sorted.length < total && (
        <p className="secondary">
          {sorted.length} of {total}
        </p>
      )}
    </Part>
  );
}

interface RivalsProps {
  readonly title: string;
  readonly rivals: MethodProfile['beats'];
  readonly count: number;
  readonly self: MethodRef;
}

function Rivals({ title, rivals, count, self }: RivalsProps) {
  if (rivals.length === 0) return null;
  return (
    <Part title={title} count={count}>
      <ul>
        {rivals.map(({ method: rival, benchmarks, statements }) => (
          <li key={rival.id} className="lineage-step">
            <p className="lineage-step-head">
              <Name method={rival} />
              {benchmarks.length > 0 && (
                <span className="secondary">
                  on <Names methods={benchmarks} />
                </span>
              )}
            </p>
            <Sentences step={{ head: self.id, tail: rival.id, statements }} methods={[self, rival]} most={1} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
