/** Entities by label, each with who has it and how, and the sentences that say so where one opens it. */
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Comparison, DrawnNode, NodeLabel } from '../api/types.js';
import { Evidence } from '../inspector/evidence.js';
import type { Term } from '../inspector/mentions.js';
import { NodeLink } from '../inspector/node-link.js';
import { Source } from '../inspector/source.js';
import { Glyph } from '../ui/glyph.js';
import { EDGE_NAMES, formatCount, LABEL_PLURALS, plural } from '../ui/words.js';
import { letter } from './letter.js';

type List = Comparison['shared'];
type Row = List['entities'][number];
type Holding = NonNullable<Row['holdings'][number]>;

const LABELS: readonly NodeLabel[] = ['Technique', 'Model', 'Benchmark', 'Concept'];

interface Props {
  readonly title: string;
  readonly list: List;
  /** What is compared. */
  readonly nodes: readonly DrawnNode[];
  readonly nameOf: (id: string) => string | undefined;
  /** Whether the sentences stand there from the beginning. */
  readonly unfolded?: boolean;
}

export function ComparedList({ title, list: { entities, shown, total }, nodes, nameOf, unfolded = false }: Props) {
  if (total === 0) return null;
  return (
    <section className="part" aria-label={title}>
      <h3 className="compared-title">
        {title}{' '}
        <span className="steps-count">
          {shown < total ? `${formatCount(shown)} of ${formatCount(total)}, what tells most first` : formatCount(total)}
        </span>
      </h3>
      {LABELS.map((label) => {
        const rows = entities.filter(({ node }) => node.label === label);
        return rows.length === 0 ? null : (
          <div key={label} className="steps">
            <h4 className="steps-heading">
              {LABEL_PLURALS[label]} <span className="steps-count">{formatCount(rows.length)}</span>
            </h4>
            <ul>
              {rows.map((row) => (
                <ComparedRow key={row.node.id} row={row} nodes={nodes} nameOf={nameOf} unfolded={unfolded} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

interface RowProps extends Pick<Props, 'nodes' | 'nameOf'> {
  readonly row: Row;
  readonly unfolded: boolean;
}

function ComparedRow({ row: { node, aliases, holdings }, nodes, nameOf, unfolded }: RowProps) {
  const [open, setOpen] = useState(unfolded);
  return (
    <li className="compared-row">
      <div className="step-head">
        <Glyph label={node.label} />
        <NodeLink id={node.id} className="step-name">
          {node.name}
        </NodeLink>
        <button type="button" className="compared-holders" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="unseen">Sentences on {node.name}: </span>
          {holdings.map(
            (each, i) =>
              each && (
                <span key={letter(i)} className="compared-holder" title={holds(each)}>
                  {letter(i)}
                  {nodes[i]?.label !== 'Paper' && each.papers > 0 && (
                    <span className="secondary"> {formatCount(each.papers)}</span>
                  )}
                </span>
              ),
          )}
          <ChevronDown size={14} className="compared-chevron" aria-hidden="true" />
        </button>
      </div>
      {open &&
        holdings.map((each, i) => {
          const of = nodes[i];
          return (
            each &&
            of && (
              <div key={of.id} className="compared-evidence">
                <p className="hop-type">
                  {letter(i)} · {holds(each)}
                </p>
                <Sentences
                  holding={each}
                  nameOf={nameOf}
                  terms={[{ id: node.id, forms: [node.name, ...aliases] }, termOf(of)]}
                />
              </div>
            )
          );
        })}
    </li>
  );
}

/** How a compared node has an entity, in words. */
function holds({ papers, edges }: Holding): string {
  const [edge, second] = edges;
  if (edge && 'start' in edge && !second) return EDGE_NAMES[edge.type];
  const related = edges.filter((each) => !('start' in each)).map(({ type }) => EDGE_NAMES[type]);
  return [...related, ...(papers > 0 ? [`together in ${plural(papers, 'paper')}`] : [])].join(', ');
}

function termOf({ id, label, name }: DrawnNode) {
  return { id, forms: label === 'Paper' ? [] : [name] };
}

interface SentencesProps {
  readonly holding: Holding;
  readonly terms: readonly Term[];
  readonly nameOf: Props['nameOf'];
}

function Sentences({ holding, terms, nameOf }: SentencesProps) {
  const said = new Map<string, string>();
  for (const edge of holding.edges) {
    if ('start' in edge) said.set(edge.evidence, edge.source);
    else if ('starts' in edge && edge.evidence[0] !== undefined) said.set(edge.evidence[0], edge.papers[0] ?? '');
  }
  return [...said].map(([text, paper]) => (
    <div key={text}>
      <Evidence text={text} terms={terms} />
      <Source paper={paper} nameOf={nameOf} />
    </div>
  ));
}
