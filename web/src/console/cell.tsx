/** One value of an answer: nodes as links that select them, the rest as people read it. */
import type { NodeLabel } from '../api/types.js';
import { NodeLink } from '../inspector/node-link.js';
import { LABELS } from '../theme/palette.js';
import { Glyph } from '../ui/glyph.js';
import { shorten } from '../ui/words.js';
import { asGraphValue, type GraphValue, isNodeId, type NodeValue, nameOf } from './values.js';

/** More of a list would make a row without end; JSON and the files have all of it. */
const MOST_ITEMS = 100;
const LONGEST_NAME = 48;

interface Props {
  readonly value: unknown;
  /** The name to show for an id. */
  readonly nameOf: (id: string) => string | undefined;
}

export function Cell({ value, nameOf: nameFor }: Props) {
  if (value === null || value === undefined) return <span className="secondary">null</span>;
  if (typeof value === 'number') return <>{formatNumber(value)}</>;
  if (isNodeId(value)) return <NodeLink id={value}>{shorten(nameFor(value) ?? value, LONGEST_NAME)}</NodeLink>;
  if (typeof value === 'string') return <>{value}</>;
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="secondary">none</span>;
    return (
      <>
        {value.slice(0, MOST_ITEMS).map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no name but their place, and never move
          <span key={i} className="answer-item">
            <Cell value={item} nameOf={nameFor} />
          </span>
        ))}
        {value.length > MOST_ITEMS && <span className="secondary"> … {value.length} in all</span>}
      </>
    );
  }
  const known = asGraphValue(value);
  return known ? <GraphCell value={known} /> : <code>{JSON.stringify(value)}</code>;
}

function GraphCell({ value }: { readonly value: GraphValue }) {
  if (value.$ === 'node') return <NodeCell node={value} />;
  if (value.$ === 'path')
    return (
      <>
        {value.nodes.map((node, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path may come by a node twice
          <span key={i}>
            {i > 0 && <span className="secondary"> – {value.relationships[i - 1]?.type} – </span>}
            <NodeCell node={node} />
          </span>
        ))}
      </>
    );
  const { type, properties } = value;
  const evidence = [properties.evidence].flat().find((text) => typeof text === 'string');
  return (
    <>
      <span className="chip">{type}</span> {evidence}
    </>
  );
}

function NodeCell({ node }: { readonly node: NodeValue }) {
  const label = LABELS.find((known): known is NodeLabel => known === node.label);
  return (
    <span className="answer-node">
      {label && <Glyph label={label} />}
      <NodeLink id={node.id}>{nameOf(node)}</NodeLink>
    </span>
  );
}

/** Six figures are enough to read; the files have all of them. */
function formatNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}
