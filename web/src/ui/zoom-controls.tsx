/** Closer, farther, everything; and what is drawn of how much. */
import { Maximize, Minus, Plus } from 'lucide-react';
import type { Overview } from '../api/types.js';
import { ConsoleButton } from '../console/console-button.js';
import type { Scene } from '../graph/scene.js';
import { useAppState } from '../state/use-state.js';
import { TableButton } from '../table/table-button.js';
import { IconButton } from './icon-button.js';
import { formatCount, plural } from './words.js';
import './zoom-controls.css';

interface Props {
  readonly scene: Scene | undefined;
  readonly overview: Overview;
}

export function ZoomControls({ scene, overview }: Props) {
  const { shown, total } = overview;
  const visible = useAppState((state) => state.visible);
  return (
    <section className="zoom" aria-label="View" data-floats="corner">
      <div className="zoom-buttons card" role="toolbar" aria-label="Zoom">
        <IconButton name="Zoom in" shortcut="+" onClick={() => scene?.view.zoom('in')}>
          <Plus size={18} />
        </IconButton>
        <IconButton name="Zoom out" shortcut="-" onClick={() => scene?.view.zoom('out')}>
          <Minus size={18} />
        </IconButton>
        <IconButton name="Show the whole graph" shortcut="0" onClick={() => scene?.view.fit()}>
          <Maximize size={17} />
        </IconButton>
      </div>
      <ConsoleButton />
      <TableButton />
      <p className="zoom-note secondary">
        {visible.nodes < shown
          ? `${formatCount(visible.nodes)} of ${formatCount(shown)} drawn nodes, ${plural(visible.edges, 'link')}`
          : shown < total
            ? `The ${formatCount(visible.nodes)} most telling of ${formatCount(total)} nodes; closer shows more`
            : `${formatCount(total)} nodes, ${formatCount(overview.edges.length)} links`}
      </p>
    </section>
  );
}
