/** The shortest paths from one node to another, the most telling first: one at a time, hop by hop with its sentences. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { api } from '../api/client.js';
import { explain } from '../api/errors.js';
import type { Node, Paths } from '../api/types.js';
import { wayOn } from '../api/way-on.js';
import type { Scene } from '../graph/scene.js';
import { BackButton } from '../inspector/back-button.js';
import { NodeLink } from '../inspector/node-link.js';
import { Step } from '../inspector/step.js';
import { announce, showPath } from '../state/store.js';
import { useRequest } from '../state/use-request.js';
import { Glyph } from '../ui/glyph.js';
import { Message } from '../ui/message.js';
import { EDGE_HEADINGS, formatCount, plural, shorten } from '../ui/words.js';
import './connect.css';

type Path = Paths['paths'][number];

const MOST_PATHS = 12;

interface Props {
  readonly from: Node;
  readonly to: string;
  readonly scene: Scene | undefined;
  /** Changes when the graph does. */
  readonly version: unknown;
  readonly nameOf: (id: string) => string | undefined;
}

export function PathPanel({ from, to, scene, version, nameOf }: Props) {
  const ask = useCallback((signal: AbortSignal) => api.paths(from.id, to, MOST_PATHS, signal), [from.id, to]);
  const [request, again] = useRequest(ask, version);
  const [chosen, setChosen] = useState(0);
  const value = request.state === 'ready' ? request.value : undefined;
  const path = value?.paths[chosen];
  const last = value?.paths[0]?.nodes.at(-1);

  useEffect(() => {
    if (path)
      scene?.showPath(
        path.nodes,
        path.steps.flatMap(({ edges }) => edges),
      );
  }, [scene, path]);
  useEffect(() => () => showPath(undefined), []);
  useEffect(() => {
    if (value) announce(value.total === 0 ? 'Nothing connects the two' : `${plural(value.total, 'path')} found`);
  }, [value]);

  return (
    <section aria-label="Paths">
      <BackButton id={from.id} name={from.name} />
      <h2 className="heading-name heading-name-long">
        From {from.name} to {last?.name ?? nameOf(to) ?? '…'}
      </h2>
      {request.state === 'loading' && (
        <p className="note" role="status">
          Looking for paths…
        </p>
      )}
      {request.state === 'failed' && (
        <Message title="The paths could not be found" action={wayOn(request.error, again)} urgent>
          {explain(request.error)}
        </Message>
      )}
      {value && value.paths.length === 0 && <p className="note">Nothing connects the two in this graph.</p>}
      {value && value.paths.length > 1 && (
        <fieldset className="path-choices">
          <legend className="names">
            {value.shown < value.total
              ? `${formatCount(value.shown)} of ${formatCount(value.total)} shortest paths, the most telling first`
              : `${formatCount(value.total)} shortest paths, the most telling first`}
          </legend>
          <div className="path-list">
            {value.paths.map((each, i) => (
              <label key={each.nodes.map(({ id }) => id).join(' ')} className="path-choice" title={via(each)}>
                <input
                  type="radio"
                  name="path"
                  className="unseen"
                  checked={i === chosen}
                  onChange={() => setChosen(i)}
                />
                <span>{via(each, SHORT_NAME)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {path && <Hops path={path} nameOf={nameOf} />}
    </section>
  );
}

/** Letters of a name in a line that tells a path from the others. */
const SHORT_NAME = 26;

/** What a path goes through; two nodes that are linked need nothing between them. */
function via({ nodes }: Path, most = Number.POSITIVE_INFINITY): string {
  const between = nodes.slice(1, -1).map(({ name }) => shorten(name, most));
  return between.length === 0 ? 'directly' : `via ${between.join(', ')}`;
}

function Hops({ path, nameOf }: { readonly path: Path; readonly nameOf: Props['nameOf'] }) {
  const [first] = path.nodes;
  // The names along the path are known, whatever the drawing holds.
  const names = useMemo(() => new Map(path.nodes.map(({ id, name }) => [id, name])), [path]);
  const known = (id: string) => names.get(id) ?? nameOf(id);
  return (
    <ol className="hops">
      {first && (
        <li className="hop-start">
          <Glyph label={first.label} />
          <NodeLink id={first.id} className="step-name">
            {first.name}
          </NodeLink>
        </li>
      )}
      {path.steps.map(({ edges }, i) => {
        const [here, there] = [path.nodes[i], path.nodes[i + 1]];
        if (!here || !there) return null;
        return (
          <li key={there.id}>
            {edges.map((edge) => {
              const direction = edge.source === here.id ? 'out' : 'in';
              return (
                <div key={`${edge.type} ${direction}`} className="hop">
                  <p className="hop-type">{EDGE_HEADINGS[edge.type][direction]}</p>
                  <ul>
                    <Step
                      step={{ node: there, edge, direction }}
                      self={{ id: here.id, forms: here.label === 'Paper' ? [] : [here.name] }}
                      nameOf={known}
                    />
                  </ul>
                </div>
              );
            })}
          </li>
        );
      })}
    </ol>
  );
}
