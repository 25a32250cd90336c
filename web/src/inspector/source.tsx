/** The paper that a sentence stands in, below it. */
import { paperIdWords } from '../ui/words.js';
import { NodeLink } from './node-link.js';

interface Props {
  readonly paper: string;
  readonly nameOf: (id: string) => string | undefined;
}

export function Source({ paper, nameOf }: Props) {
  return (
    <p className="step-source">
      <NodeLink id={paper} className="quiet-link">
        {nameOf(paper) ?? paperIdWords(paper)}
      </NodeLink>
    </p>
  );
}
