/** One step from a node: the other end, how sure it is, and the sentences that say so. */
import { useMemo, useState } from 'react';
import type { Neighbour } from '../api/types.js';
import { RejectButton } from '../curation/reject-button.js';
import { Glyph } from '../ui/glyph.js';
import { paperIdWords } from '../ui/words.js';
import { Certainty, Evidence } from './evidence.js';
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
  const benchmarks = edge.type === 'OUTPERFORMS' ? edge.benchmarks : [];
  return (
    <li className="step" onPointerEnter={() => onLook?.(step)} onPointerLeave={() => onLook?.(undefined)}>
      <div className="step-head">
        <Glyph label={node.label} />
        <NodeLink id={node.id} className="step-name">
          {node.name}
        </NodeLink>
        {kind && <span className="chip">{kind}</span>}
        {node.label === 'Paper' && node.year !== undefined && <span className="secondary">{node.year}</span>}
        <Certainty value={edge.confidence} />
        <RejectButton edge={edge} name={node.name} />
      </div>
      {'start' in edge && <Evidence text={edge.evidence} terms={terms} />}
      {'starts' in edge && <Statements papers={edge.papers} sentences={edge.evidence} terms={terms} nameOf={nameOf} />}
      {edge.type === 'VARIANT_OF' && <p className="step-note">From the name: {edge.rule}</p>}
      {benchmarks.length > 0 && (
        <p className="step-note">
          On{' '}
          {benchmarks.map((id, i) => (
            <span key={id}>
              {i > 0 && ', '}
              <NodeLink id={id}>{nameOf(id) ?? id}</NodeLink>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

interface StatementsProps {
  readonly papers: readonly string[];
  readonly sentences: readonly string[];
  readonly terms: readonly Term[];
  readonly nameOf: (id: string) => string | undefined;
}

/** Each sentence with the paper that says it. */
function Statements({ papers, sentences, terms, nameOf }: StatementsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? sentences : sentences.slice(0, FIRST_SENTENCES);
  return (
    <>
      {shown.map((sentence, i) => {
        const paper = papers[i];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parallel lists, whose order is fixed
          <div key={i}>
            <Evidence text={sentence} terms={terms} />
            {paper !== undefined && (
              <p className="step-source">
                <NodeLink id={paper} className="quiet-link">
                  {nameOf(paper) ?? paperIdWords(paper)}
                </NodeLink>
              </p>
            )}
          </div>
        );
      })}
      {shown.length < sentences.length && (
        <button type="button" className="link step-all" onClick={() => setAll(true)}>
          All {sentences.length} sentences
        </button>
      )}
    </>
  );
}
