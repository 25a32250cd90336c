/** The columns of the two tables: what each says, and by what it sorts. */
import type { NodeLabel, Stats } from '../api/types.js';
import { LinkLink } from '../inspector/link-link.js';
import { NodeLink } from '../inspector/node-link.js';
import { useAppState } from '../state/use-state.js';
import { Glyph } from '../ui/glyph.js';
import { EDGE_NAMES, formatCount } from '../ui/words.js';
import { mark } from '../walk/deeds.js';
import { shortKey } from '../walk/short-key.js';
import type { LinkRow, NodeRow } from './rows.js';
import type { Column } from './virtual-table.js';

export function nodeColumns(communities: Stats['facets']['communities']): readonly Column<NodeRow>[] {
  const names = new Map(communities.map(({ community, name }) => [community, name]));
  return [
    {
      name: 'Name',
      isWide: true,
      sortBy: ({ name }) => name.toLowerCase(),
      cell: ({ id, name, label }) => <Name id={id} name={name} label={label} markable />,
    },
    { name: 'Label', sortBy: ({ label }) => label, cell: ({ label }) => label },
    {
      name: 'Papers',
      isFigure: true,
      sortBy: ({ papers }) => papers,
      cell: ({ papers }) => (papers === undefined ? '' : formatCount(papers)),
    },
    { name: 'Year', isFigure: true, sortBy: ({ year }) => year, cell: ({ year }) => year ?? '' },
    { name: 'Links', isFigure: true, sortBy: ({ links }) => links, cell: ({ links }) => formatCount(links) },
    {
      name: 'PageRank',
      isFigure: true,
      sortBy: ({ pagerank }) => pagerank,
      // Times the mean of all papers and entities.
      cell: ({ pagerank }) => pagerank.toFixed(2),
    },
    {
      name: 'Community',
      sortBy: ({ community }) => names.get(community),
      cell: ({ community }) => names.get(community) ?? '',
    },
  ];
}

export const linkColumns: readonly Column<LinkRow>[] = [
  {
    name: 'From',
    isWide: true,
    sortBy: ({ from }) => from.toLowerCase(),
    cell: ({ source, from, fromLabel }) => <Name id={source} name={from} label={fromLabel} />,
  },
  {
    name: 'Link',
    sortBy: ({ type }) => EDGE_NAMES[type],
    cell: (row) => (
      <LinkLink link={row} className="table-link">
        {EDGE_NAMES[row.type]}
      </LinkLink>
    ),
  },
  {
    name: 'To',
    isWide: true,
    sortBy: ({ to }) => to.toLowerCase(),
    cell: ({ target, to, toLabel }) => <Name id={target} name={to} label={toLabel} />,
  },
  {
    name: 'Certainty',
    isFigure: true,
    sortBy: ({ confidence }) => confidence,
    cell: ({ confidence }) => `${Math.round(confidence * 100)} %`,
  },
];

interface NameProps {
  readonly id: string;
  readonly name: string;
  readonly label: NodeLabel;
  readonly markable?: boolean;
}

function Name({ id, name, label, markable = false }: NameProps) {
  const isMarked = useAppState((state) => state.walk.marked.has(shortKey(id)));
  return (
    <span className="table-name">
      {markable && (
        <input type="checkbox" aria-label={`Mark ${name}`} checked={isMarked} onChange={() => mark([id], true)} />
      )}
      <Glyph label={label} />
      <NodeLink id={id} className="table-link">
        {name}
      </NodeLink>
    </span>
  );
}
