/** What is most like a paper, or goes with an entity: a few at first, each with what joins the two. */
import { useCallback, useId, useRef, useState } from 'react';
import { api } from '../api/client.js';
import { explain } from '../api/errors.js';
import type { Node, Related } from '../api/types.js';
import { wayOn } from '../api/way-on.js';
import { NodeLink } from '../inspector/node-link.js';
import { compareWith } from '../state/store.js';
import { useRequest } from '../state/use-request.js';
import { Glyph } from '../ui/glyph.js';
import { formatCount, plural } from '../ui/words.js';
import './compare.css';

const FIRST = 5;
const MOST = 50;
/** Of what joins two papers so many are named. */
const NAMED = 4;

interface Props {
  readonly node: Node;
  /** Changes when the node was loaded anew: an edit may have taken it away, and then nothing is asked about it. */
  readonly version: unknown;
}

export function RelatedList({ node, version }: Props) {
  const heading = useId();
  const [limit, setLimit] = useState(FIRST);
  const ask = useCallback((signal: AbortSignal) => api.related(node.id, limit, signal), [node.id, limit]);
  const [request, again] = useRequest(ask, version);
  const last = useRef<Related>(undefined);
  if (request.state === 'failed') {
    const way = wayOn(request.error, again);
    return (
      <p className="note">
        {explain(request.error)}{' '}
        <button type="button" className="link" onClick={way.run}>
          {way.name}
        </button>
      </p>
    );
  }
  if (request.state === 'ready') last.current = request.value;
  // While more is fetched the few at first stay.
  if (!last.current || last.current.total === 0) return null;
  const { related, shown, total } = last.current;
  return (
    <section className="steps part" aria-labelledby={heading}>
      <h3 id={heading} className="steps-heading">
        {node.label === 'Paper' ? 'Papers most like this' : 'Goes with'}{' '}
        <span className="steps-count">{formatCount(total)}</span>
      </h3>
      <ul>
        {related.map((each) => (
          <RelatedRow key={each.node.id} node={node} related={each} />
        ))}
      </ul>
      {shown < total && limit < MOST && (
        <p className="steps-more">
          <button type="button" className="link" onClick={() => setLimit(MOST)}>
            Show more
          </button>
          <span className="secondary">
            {formatCount(shown)} of {formatCount(total)}
          </span>
        </p>
      )}
    </section>
  );
}

function RelatedRow({ node, related }: { readonly node: Node; readonly related: Related['related'][number] }) {
  const { via, total } = related;
  const named = via.slice(0, NAMED);
  return (
    <li className="step related">
      <div className="step-head">
        <Glyph label={related.node.label} />
        <NodeLink id={related.node.id} className="step-name">
          {related.node.name}
        </NodeLink>
        {related.node.label === 'Paper' ? (
          <span className="secondary">{related.node.year}</span>
        ) : (
          <span className="secondary">{plural(total, 'paper')}</span>
        )}
        <button type="button" className="related-compare" onClick={() => compareWith(node.id, [related.node.id])}>
          Compare<span className="unseen"> with {related.node.name}</span>
        </button>
      </div>
      {related.node.label === 'Paper' && (
        <p className="step-note">
          Both:{' '}
          {named.map((each, i) => (
            <span key={each.node.id}>
              {i > 0 && ', '}
              <NodeLink id={each.node.id} className="quiet-link">
                {each.node.name}
              </NodeLink>
            </span>
          ))}
          {total > named.length && ` and ${formatCount(total - named.length)} more`}
        </p>
      )}
    </li>
  );
}
