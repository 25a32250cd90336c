/** A paper's abstract with every linked entity marked in its label's colour; a lit sentence shows where an edge is from. */
import { useMemo } from 'react';
import type { Neighbour, PaperNode } from '../api/types.js';
import { cutText, findMentions } from './mentions.js';
import { NodeLink } from './node-link.js';

interface Props {
  readonly paper: PaperNode;
  readonly entities: readonly Neighbour[];
  /** A stretch of the paper's text: title, newline, abstract. */
  readonly lit: readonly [number, number] | undefined;
}

/** Where the abstract starts in the text in which offsets count. */
export function abstractStart(paper: PaperNode): number {
  return (paper.titleFrom === 'abstract' ? 0 : paper.title.length) + 1;
}

export function Abstract({ paper, entities, lit }: Props) {
  const { abstract } = paper;
  const byId = useMemo(() => new Map(entities.map((step) => [step.node.id, step.node])), [entities]);
  const mentions = useMemo(
    () =>
      findMentions(
        abstract,
        entities.map(({ node, aliases }) => ({ id: node.id, forms: [node.name, ...(aliases ?? [])] })),
      ),
    [abstract, entities],
  );
  const shift = abstractStart(paper);
  const segments = cutText(abstract, mentions, lit && [Math.max(0, lit[0] - shift), Math.max(0, lit[1] - shift)]);
  return (
    <p className="abstract">
      {segments.map(({ start, text, id, lit: isLit }) => {
        const node = id === undefined ? undefined : byId.get(id);
        const className = isLit ? 'abstract-lit' : undefined;
        if (!node) {
          return (
            <span key={start} className={className}>
              {text}
            </span>
          );
        }
        return (
          <span key={start} className={className} data-label={node.label} title={`${node.label}: ${node.name}`}>
            <NodeLink id={node.id} className="mention">
              {text}
            </NodeLink>
          </span>
        );
      })}
    </p>
  );
}
