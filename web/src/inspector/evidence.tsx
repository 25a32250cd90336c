/** A sentence that proves an edge, quoted, with the names in it marked. */
import { useMemo } from 'react';
import { cutText, findMentions, type Term } from './mentions.js';

interface Props {
  readonly text: string;
  readonly terms: readonly Term[];
}

export function Evidence({ text, terms }: Props) {
  const segments = useMemo(() => cutText(text, findMentions(text, terms)), [text, terms]);
  return (
    <blockquote className="evidence">
      {segments.map((segment) =>
        segment.id === undefined ? segment.text : <mark key={segment.start}>{segment.text}</mark>,
      )}
    </blockquote>
  );
}

/** How sure the extraction is: a short bar, and the figure for those who ask. */
export function Certainty({ value }: { readonly value: number }) {
  const percent = `${Math.round(value * 100)}%`;
  return (
    <span className="certainty" role="img" aria-label={`${percent} certain`} title={`${percent} certain`}>
      <span className="certainty-bar" style={{ width: percent }} />
    </span>
  );
}
