/** The sentences that state a step, each with its paper, the two names marked. */
import { useMemo } from 'react';
import { Evidence } from '../inspector/evidence.js';
import type { Term } from '../inspector/mentions.js';
import { NodeLink } from '../inspector/node-link.js';
import { formatDate } from '../ui/words.js';
import type { LineageMethod, LineageStatement, LineageStep } from './lineage-api.js';
import { PageThumbnail } from './page-thumbnail.js';
import { closeView } from './view-state.js';

interface Props {
  readonly step: Pick<LineageStep, 'head' | 'tail' | 'statements' | 'rule' | 'naming'>;
  readonly methods: readonly Pick<LineageMethod, 'id' | 'name'>[];
  readonly most: number;
}

export function Sentences({ step: { head, tail, statements, rule, naming }, methods, most }: Props) {
  const terms = useMemo(
    () => methods.filter(({ id }) => id === head || id === tail).map(({ id, name }) => ({ id, forms: [name] })),
    [methods, head, tail],
  );
  if (statements.length > 0) {
    return statements
      .slice(0, most)
      .map((statement) => (
        <Sentence key={`${statement.paper} ${statement.evidence}`} statement={statement} terms={terms} />
      ));
  }
  return (
    <>
      <p className="lineage-source">Known from the name: {rule ?? 'version'}</p>
      {naming && <Sentence statement={naming} terms={terms} />}
    </>
  );
}

interface SentenceProps {
  readonly statement: LineageStatement;
  readonly terms: readonly Term[];
}

function Sentence({ statement, terms }: SentenceProps) {
  const { paper, title, date, evidence } = statement;
  return (
    <div className="lineage-sentence">
      <PageThumbnail statement={statement} />
      <div>
        <Evidence text={evidence} terms={terms} />
        <p className="lineage-source">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the link inside does the work; this only uncovers the graph */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
          <span onClick={(event) => event.defaultPrevented && closeView()}>
            <NodeLink id={paper} className="quiet-link">
              {title}
            </NodeLink>
          </span>
          {date !== undefined && `, ${formatDate(date)}`}
        </p>
      </div>
    </div>
  );
}
