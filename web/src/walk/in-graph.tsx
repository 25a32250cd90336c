/** Of a node's neighbours, how many are drawn: all in all, and by type of link, each with a way to more. */
import { ChevronUp, Ellipsis } from 'lucide-react';
import { useId, useState } from 'react';
import type { NodeDetail } from '../api/types.js';
import type { Scene } from '../graph/scene.js';
import { openMenu } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { IconButton } from '../ui/icon-button.js';
import { EDGE_HEADINGS, formatCount } from '../ui/words.js';
import { collapse, expand } from './deeds.js';
import { type Group, groupKey } from './walk.js';
import './in-graph.css';

interface Props {
  readonly detail: NodeDetail;
  readonly scene: Scene | undefined;
}

export function InGraph({ detail: { node, degrees }, scene }: Props) {
  // Counted anew whenever what is seen changes.
  useAppState((state) => state.visible);
  const isExpanded = useAppState((state) => state.walk.expanded.has(node.id));
  const hiddenLabels = useAppState((state) => state.filters.hiddenLabels);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const body = useId();
  if (!scene || degrees.length === 0) return null;
  const shownOf = scene.walk.shownOf(node.id);
  const groups = degrees
    // People come only when their label is asked for.
    .filter(({ type }) => !(type === 'WROTE' && hiddenLabels.has('Author')))
    .filter(({ type }) => !(type === 'AFFILIATED_WITH' && hiddenLabels.has('Organization')))
    .map((degree) => ({ ...degree, shown: shownOf.get(groupKey(degree)) ?? 0 }));
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const shown = groups.reduce((sum, group) => sum + group.shown, 0);
  if (total === 0) return null;
  const more = async (group?: Group) => {
    setBusy(true);
    await expand(scene, node.id, group);
    setBusy(false);
  };
  return (
    <section className="in-graph" aria-label="In the drawing">
      <ul id={body} hidden={!open}>
        {groups.map((group) => (
          <li key={groupKey(group)} className="in-graph-line">
            <span className="in-graph-name">
              {EDGE_HEADINGS[group.type][group.direction]}{' '}
              <span className="secondary">
                {formatCount(group.shown)} of {formatCount(group.count)}
              </span>
            </span>
            {group.shown < group.count && (
              <button type="button" className="link" disabled={busy} onClick={() => void more(group)}>
                Show more
                <span className="unseen"> of “{EDGE_HEADINGS[group.type][group.direction]}”</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      <div className="in-graph-line">
        <button
          type="button"
          className="in-graph-summary"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          {shown < total
            ? `${formatCount(shown)} of ${formatCount(total)} links drawn`
            : `All ${formatCount(total)} links drawn`}
          <ChevronUp size={14} className="in-graph-chevron" aria-hidden="true" />
        </button>
        {shown < total && (
          <button type="button" className="link" disabled={busy} onClick={() => void more()}>
            {shown === 0 ? 'Expand' : 'Show more'}
          </button>
        )}
        {isExpanded && (
          <button type="button" className="link" onClick={() => collapse(scene, node.id)}>
            Collapse
          </button>
        )}
        <IconButton
          name="More to do with this node"
          shortcut="Shift+F10"
          className="in-graph-menu"
          aria-haspopup="menu"
          onClick={(event) => {
            const { left, top } = event.currentTarget.getBoundingClientRect();
            openMenu({ id: node.id, x: left, y: top });
          }}
        >
          <Ellipsis size={18} />
        </IconButton>
      </div>
    </section>
  );
}
