/** Two to five papers or entities side by side: what they say of each other, what they share, what each has of its own. */
import { Columns2, X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../api/client.js';
import { explain } from '../api/errors.js';
import type { Comparison, DrawnNode, Node } from '../api/types.js';
import { wayOn } from '../api/way-on.js';
import type { Scene } from '../graph/scene.js';
import { BackButton } from '../inspector/back-button.js';
import { NodeLink } from '../inspector/node-link.js';
import { Step } from '../inspector/step.js';
import { AskForNode } from '../search/ask-for-node.js';
import { announce, compareWith, showPath } from '../state/store.js';
import { useRequest } from '../state/use-request.js';
import { Glyph } from '../ui/glyph.js';
import { IconButton } from '../ui/icon-button.js';
import { Message } from '../ui/message.js';
import { EDGE_HEADINGS, plural } from '../ui/words.js';
import { ComparedList } from './compared-list.js';
import { letter } from './letter.js';
import './compare.css';

const MOST_ROWS = 60;
const MOST_COMPARED = 5;
/** Of what they share so many sentences can be read in one go. */
const MOST_AT_ONCE = 10;
/** Of what they share so many are drawn. */
const MOST_DRAWN = 30;

interface Props {
  readonly node: Node;
  readonly others: readonly string[];
  readonly scene: Scene | undefined;
  /** Changes when the node was loaded anew. */
  readonly version: unknown;
  readonly nameOf: (id: string) => string | undefined;
}

export function ComparePanel({ node, others, scene, version, nameOf }: Props) {
  const key = others.join('\n');
  const ask = useCallback(
    (signal: AbortSignal) => api.compare([node.id, ...key.split('\n')], MOST_ROWS, signal),
    [node.id, key],
  );
  const [request, again] = useRequest(ask, version);
  const value = request.state === 'ready' ? request.value : undefined;

  useEffect(() => {
    if (!value) return;
    const shared = value.shared.entities.slice(0, MOST_DRAWN);
    const edges = shared.flatMap((row) => row.holdings.flatMap((each) => each?.edges ?? []));
    const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
    scene?.showPath(
      [...value.nodes, ...shared.map((row) => row.node), ...value.papers.filter(({ id }) => ends.has(id))],
      [...value.relations, ...edges],
    );
    announce(`${plural(value.shared.total, 'thing')} in common`);
  }, [scene, value]);
  useEffect(() => () => showPath(undefined), []);

  return (
    <section aria-label="Comparison">
      <BackButton id={node.id} name={node.name} />
      <h2 className="heading-name heading-name-long">Compared</h2>
      {value && <Compared nodes={value.nodes} />}
      {value && value.nodes.length < MOST_COMPARED && (
        <AskForNode
          key={key}
          icon={<Columns2 size={14} aria-hidden="true" />}
          title="And with…"
          label={`Compare ${node.name} with`}
          except={[node.id, ...others]}
          onChoose={(id) => compareWith(node.id, [...others, id])}
        />
      )}
      {request.state === 'loading' && (
        <p className="note" role="status">
          Comparing…
        </p>
      )}
      {request.state === 'failed' && (
        <Message title="These could not be compared" action={wayOn(request.error, again)} urgent>
          {explain(request.error)}
        </Message>
      )}
      {value && <Answer value={value} nameOf={nameOf} />}
    </section>
  );
}

function Compared({ nodes }: { readonly nodes: readonly DrawnNode[] }) {
  const [first] = nodes;
  return (
    <ul className="compared">
      {nodes.map((node, i) => (
        <li key={node.id} className="compared-node">
          <span className="compared-letter">{letter(i)}</span>
          <Glyph label={node.label} />
          <NodeLink id={node.id} className="step-name">
            {node.name}
          </NodeLink>
          {first && nodes.length > 2 && i > 0 && (
            <IconButton
              name={`Compare without ${node.name}`}
              onClick={() =>
                compareWith(
                  first.id,
                  nodes.slice(1).flatMap(({ id }) => (id === node.id ? [] : [id])),
                )
              }
            >
              <X size={14} />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whether its sentences can be read in one go: then they stand there from the beginning. */
function isShort({ entities }: Comparison['shared']): boolean {
  return entities.reduce((sum, { holdings }) => sum + holdings.filter(Boolean).length, 0) <= MOST_AT_ONCE;
}

interface AnswerProps {
  readonly value: Comparison;
  readonly nameOf: Props['nameOf'];
}

function Answer({ value: { nodes, relations, shared, own, papers }, nameOf }: AnswerProps) {
  const [alone, setAlone] = useState(false);
  const names = new Map([...nodes, ...papers].map(({ id, name }) => [id, name]));
  const known = (id: string) => names.get(id) ?? nameOf(id);
  const ownTotal = own.reduce((sum, { total }) => sum + total, 0);
  return (
    <>
      {relations.length > 0 && (
        <section className="part" aria-label="Of each other">
          {relations.map((edge) => {
            const there = nodes.find(({ id }) => id === edge.target);
            if (!there) return null;
            return (
              <div key={`${edge.source} ${edge.type} ${edge.target}`} className="steps">
                <h3 className="steps-heading">
                  {known(edge.source)} {EDGE_HEADINGS[edge.type].out.toLowerCase()}
                </h3>
                <ul>
                  <Step
                    step={{ node: there, edge, direction: 'out' }}
                    self={{ id: edge.source, forms: [known(edge.source) ?? ''] }}
                    nameOf={known}
                  />
                </ul>
              </div>
            );
          })}
        </section>
      )}
      <ComparedList title="In common" list={shared} nodes={nodes} nameOf={known} unfolded={isShort(shared)} />
      {shared.total === 0 && <p className="note">They have nothing in common in this graph.</p>}
      {ownTotal > 0 && (
        <div className="part">
          <button type="button" className="quiet-button" aria-expanded={alone} onClick={() => setAlone(!alone)}>
            {alone ? 'Hide' : 'Show'} what each has of its own
          </button>
        </div>
      )}
      {alone &&
        own.map((list, i) => {
          const node = nodes[i];
          return node && list.total > 0 ? (
            <ComparedList
              key={node.id}
              title={`Only ${letter(i)}: ${node.name}`}
              list={list}
              nodes={nodes}
              nameOf={known}
            />
          ) : null;
        })}
    </>
  );
}
