/** One step from a node: the other end, how sure it is, and the sentences that say so. */
import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import type { Neighbour } from '../api/types.js';
import { RejectButton } from '../curation/reject-button.js';
import { Glyph } from '../ui/glyph.js';
import { EdgeEvidence } from './edge-evidence.js';
import { Certainty, certain } from './evidence.js';
import { LinkLink } from './link-link.js';
import type { Term } from './mentions.js';
import { NodeLink } from './node-link.js';

const FIRST_SENTENCES = 2;

interface Props {
  readonly step: Neighbour;
  readonly self: Term;
  readonly nameOf: (id: string) => string | undefined;
  readonly onLook?: ((step: Neighbour | undefined) => void) | undefined;
}

export function Step({ step, self, nameOf, onLook }: Props) {
  const { node, edge, aliases } = step;
  const terms = useMemo(
    () => (node.label === 'Paper' ? [self] : [self, { id: node.id, forms: [node.name, ...(aliases ?? [])] }]),
    [node, aliases, self],
  );
  const kind = edge.type === 'BUILDS_ON' ? edge.kind : undefined;
  return (
    <li className="step" onPointerEnter={() => onLook?.(step)} onPointerLeave={() => onLook?.(undefined)}>
      <div className="step-head">
        <Glyph label={node.label} />
        <NodeLink id={node.id} className="step-name">
          {node.name}
        </NodeLink>
        {kind && <span className="chip">{kind}</span>}
        {node.label === 'Paper' && node.year !== undefined && <span className="secondary">{node.year}</span>}
        <LinkLink link={edge} className="step-link" title={`The link with ${node.name}, ${certain(edge.confidence)}`}>
          <Certainty value={edge.confidence} />
          <ChevronRight size={13} aria-hidden="true" />
        </LinkLink>
        <RejectButton edge={edge} name={node.name} />
      </div>
      <EdgeEvidence edge={edge} terms={terms} nameOf={nameOf} first={FIRST_SENTENCES} />
    </li>
  );
}
