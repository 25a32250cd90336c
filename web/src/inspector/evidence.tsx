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

/** How sure the extraction is, as a figure. */
export function certain(value: number): string {
  return `${Math.round(value * 100)} % certain`;
}

/** The same as a short bar. */
export function Certainty({ value }: { readonly value: number }) {
  return (
    <span className="certainty" role="img" aria-label={certain(value)} title={certain(value)}>
      <span className="certainty-bar" style={{ width: `${Math.round(value * 100)}%` }} />
    </span>
  );
}
