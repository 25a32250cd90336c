/** What is shown as a table, of nodes or of links: to sort, to narrow down, and to go from there into the drawing. */
import { X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef } from 'react';
import type { Stats } from '../api/types.js';
import type { Scene } from '../graph/scene.js';
import { setPanels, setTable } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { IconButton } from '../ui/icon-button.js';
import { Tabs } from '../ui/tabs.js';
import { formatCount } from '../ui/words.js';
import { linkColumns, nodeColumns } from './columns.js';
import { fold } from './fold.js';
import { linkRows, nodeRows } from './rows.js';
import { VirtualTable } from './virtual-table.js';
import '../console/console.css';
import './graph-table.css';

const TABS = { nodes: 'Nodes', links: 'Links' } as const;

export default function GraphTable({ scene, stats }: { readonly scene: Scene; readonly stats: Stats }) {
  const tab = useAppState((state) => (state.panels.drawer === 'links' ? 'links' : 'nodes'));
  const { find: typed, nodes: nodeOrder, links: linkOrder } = useAppState((state) => state.table);
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  // Another object whenever something else is seen.
  const seen = useAppState((state) => state.visible);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene keeps its identity while what it shows changes
  const nodes = useMemo(() => nodeRows(scene.graph, scene.visible), [scene, seen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const links = useMemo(() => linkRows(scene.graph, scene.visible), [scene, seen]);
  const wanted = fold(typed.trim());
  const found = useMemo(
    () => ({
      nodes: wanted === '' ? nodes : nodes.filter(({ name, label }) => fold(`${name} ${label}`).includes(wanted)),
      links:
        wanted === '' ? links : links.filter(({ from, to, type }) => fold(`${from} ${type} ${to}`).includes(wanted)),
    }),
    [nodes, links, wanted],
  );
  const ofNodes = useMemo(() => nodeColumns(stats.facets.communities), [stats]);

  // Who opens it by a key goes on here; who closes it goes back to where they were.
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const all = tab === 'nodes' ? nodes.length : links.length;
  const count = found[tab].length;

  return (
    <section
      ref={panel}
      className="console card"
      aria-label="Table"
      data-floats="bottom"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        setPanels({ drawer: undefined });
      }}
    >
      <header className="console-top table-top">
        <Tabs
          label="What the table lists"
          tabs={TABS}
          chosen={tab}
          id={id}
          onChoose={(chosen) => setPanels({ drawer: chosen === 'links' ? 'links' : 'table' })}
        />
        <input
          ref={field}
          className="table-filter"
          type="search"
          aria-label="Narrow the table down"
          placeholder="Narrow down"
          value={typed}
          onChange={(event) => setTable({ find: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || typed === '') return;
            event.preventDefault();
            event.stopPropagation();
            setTable({ find: '' });
          }}
        />
        <p className="table-count secondary" role="status">
          {count < all ? `${formatCount(count)} of ${formatCount(all)}` : formatCount(all)} {tab}
        </p>
        <IconButton name="Close the table" shortcut="Escape" onClick={() => setPanels({ drawer: undefined })}>
          <X size={18} />
        </IconButton>
      </header>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${tab}`} className="table-panel">
        {count === 0 ? (
          <p className="table-empty secondary">
            {all === 0
              ? `No ${tab} are shown. Take a filter back.`
              : `No shown ${tab} hold “${typed.trim()}”. Try fewer letters.`}
          </p>
        ) : tab === 'nodes' ? (
          <VirtualTable
            key="nodes"
            name="Nodes"
            columns={ofNodes}
            rows={found.nodes}
            order={nodeOrder}
            onOrder={(nodes) => setTable({ nodes })}
          />
        ) : (
          <VirtualTable
            key="links"
            name="Links"
            columns={linkColumns}
            rows={found.links}
            order={linkOrder}
            onOrder={(links) => setTable({ links })}
          />
        )}
      </div>
    </section>
  );
}
