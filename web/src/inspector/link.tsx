/** A link that is selected: what it says of its two ends, and every sentence that says so, each with its paper. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { api } from '../api/client.js';
import { explain, isUnknownNode } from '../api/errors.js';
import type { DrawnNode, Neighbour } from '../api/types.js';
import { wayOn } from '../api/way-on.js';
import { RejectButton } from '../curation/reject-button.js';
import { edgeKey } from '../graph/build-graph.js';
import type { Scene } from '../graph/scene.js';
import { announce, type Link, type SelectedBy } from '../state/store.js';
import { useRequest } from '../state/use-request.js';
import { Glyph } from '../ui/glyph.js';
import { Message } from '../ui/message.js';
import { EDGE_NAMES, plural } from '../ui/words.js';
import { EdgeEvidence } from './edge-evidence.js';
import { certain } from './evidence.js';
import { LinkLink } from './link-link.js';
import { NodeLink } from './node-link.js';
import { Panel, Skeleton } from './panel.js';
import './link.css';

type Edge = Neighbour['edge'];

interface Props {
  readonly link: Link;
  readonly by: SelectedBy;
  readonly scene: Scene | undefined;
  /** Changes when the graph does. */
  readonly version: unknown;
}

/** All sentences of a link are what one came for; only the hundreds of a commonplace wait to be asked for. */
const FIRST_SENTENCES = 40;

export function LinkInspector({ link, by, scene, version }: Props) {
  const { source, type, target } = link;
  const key = edgeKey(link);
  // The shortest path between two that are linked is all the links between them.
  const ask = useCallback((signal: AbortSignal) => api.paths(source, target, 1, signal), [source, target]);
  const [request, again] = useRequest(ask, version);
  const panel = useRef<HTMLElement>(null);
  const path = request.state === 'ready' ? request.value.paths[0] : undefined;
  const [from, to] = path?.steps.length === 1 ? path.nodes : [];
  const links = (from && path?.steps[0]?.edges) ?? [];
  const edge = links.find((each) => edgeKey(each) === key);

  useEffect(() => {
    if (from && to && edge) scene?.addLink([from, to], edge);
  }, [scene, from, to, edge]);

  const told = useRef<string>(undefined);
  useEffect(() => {
    if (!from || !to || !edge) return;
    const said = `${from.name} ${EDGE_NAMES[type]} ${to.name}`;
    document.title = `${said} – Stemma`;
    const sentences = sentencesOf(edge);
    if (told.current !== key) {
      announce(`Selected a link: ${said}${sentences > 0 ? `, ${plural(sentences, 'sentence')}` : ''}`);
    }
    told.current = key;
    return () => {
      document.title = 'Stemma';
    };
  }, [from, to, edge, key, type]);

  const isGone = request.state === 'failed' ? isUnknownNode(request.error) : request.state === 'ready' && !edge;
  return (
    <Panel panel={panel} about={key} by={by}>
      {request.state === 'loading' && <Skeleton />}
      {isGone && (
        <Message title="This link is not in the graph" urgent>
          It may have been rejected, or its ends merged or renamed.{' '}
          <NodeLink id={source}>Look at what it led from</NodeLink>, or search for it by its name.
        </Message>
      )}
      {request.state === 'failed' && !isGone && (
        <Message title="This link could not be loaded" action={wayOn(request.error, again)} urgent>
          {explain(request.error)}
        </Message>
      )}
      {from && to && edge && (
        <Details edge={edge} ends={[from, to]} others={links.filter((each) => each !== edge)} scene={scene} />
      )}
    </Panel>
  );
}

interface DetailsProps {
  readonly edge: Edge;
  /** In the order of the link. */
  readonly ends: readonly [DrawnNode, DrawnNode];
  /** Further links between the two. */
  readonly others: readonly Edge[];
  readonly scene: Scene | undefined;
}

function Details({ edge, ends: [from, to], others, scene }: DetailsProps) {
  const terms = useMemo(
    () => [from, to].flatMap(({ id, label, name }) => (label === 'Paper' ? [] : { id, forms: [name] })),
    [from, to],
  );
  const nameOf = (id: string) => [from, to].find((end) => end.id === id)?.name ?? scene?.nameOf(id);
  const kind = edge.type === 'BUILDS_ON' ? edge.kind : undefined;
  return (
    <>
      <header className="heading">
        <p className="heading-kind">
          Link · {certain(edge.confidence)}
          {kind && <span className="chip">{kind}</span>}
        </p>
        <h2 className="link-ends">
          <EndName node={from} />
          <span className="link-type">{EDGE_NAMES[edge.type]}</span>
          <EndName node={to} />
        </h2>
        <RejectButton edge={edge} name={to.name} inWords />
      </header>
      <section className="part link-evidence" aria-label="Sentences">
        <EdgeEvidence edge={edge} terms={terms} nameOf={nameOf} first={FIRST_SENTENCES} namesPaper />
        {sentencesOf(edge) === 0 && edge.type !== 'VARIANT_OF' && (
          <p className="note">No sentence says so: the source lists it with the paper.</p>
        )}
      </section>
      {others.length > 0 && (
        <section className="part" aria-label="Also between the two">
          <h3 className="steps-heading">Also between the two</h3>
          <ul>
            {others.map((each) => (
              <li key={edgeKey(each)} className="link-other">
                <LinkLink link={each} className="link">
                  {`${nameOf(each.source) ?? each.source} ${EDGE_NAMES[each.type]} ${nameOf(each.target) ?? each.target}`}
                </LinkLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function EndName({ node: { id, label, name } }: { readonly node: DrawnNode }) {
  return (
    <span className="link-end">
      <Glyph label={label} />
      <NodeLink id={id} className="step-name">
        {name}
      </NodeLink>
    </span>
  );
}

function sentencesOf(edge: Edge): number {
  return 'starts' in edge ? edge.evidence.length : 'start' in edge ? 1 : 0;
}
