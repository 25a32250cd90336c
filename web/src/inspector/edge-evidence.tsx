/** What is known of a link: the sentences that say so, each with its paper, or the rule that it follows from. */
import { useState } from 'react';
import type { Neighbour } from '../api/types.js';
import { Evidence } from './evidence.js';
import type { Term } from './mentions.js';
import { NodeLink } from './node-link.js';
import { Source } from './source.js';

interface Props {
  readonly edge: Neighbour['edge'];
  /** What is marked in the sentences. */
  readonly terms: readonly Term[];
  readonly nameOf: (id: string) => string | undefined;
  /** How many sentences stand there before one asks for all. */
  readonly first: number;
  /** Whether a paper's own sentence names it, too: beside the paper itself it need not. */
  readonly namesPaper?: boolean;
}

export function EdgeEvidence({ edge, terms, nameOf, first, namesPaper = false }: Props) {
  const benchmarks = edge.type === 'OUTPERFORMS' ? edge.benchmarks : [];
  return (
    <>
      {'start' in edge && <Evidence text={edge.evidence} terms={terms} />}
      {'start' in edge && namesPaper && <Source paper={edge.source} nameOf={nameOf} />}
      {'starts' in edge && (
        <Statements papers={edge.papers} sentences={edge.evidence} terms={terms} nameOf={nameOf} first={first} />
      )}
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
    </>
  );
}

interface StatementsProps extends Pick<Props, 'terms' | 'nameOf' | 'first'> {
  readonly papers: readonly string[];
  readonly sentences: readonly string[];
}

/** Each sentence with the paper that says it. */
function Statements({ papers, sentences, terms, nameOf, first }: StatementsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? sentences : sentences.slice(0, first);
  return (
    <>
      {shown.map((sentence, i) => {
        const paper = papers[i];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parallel lists, whose order is fixed
          <div key={i}>
            <Evidence text={sentence} terms={terms} />
            {paper !== undefined && <Source paper={paper} nameOf={nameOf} />}
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
