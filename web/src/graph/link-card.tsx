/** The link that the pointer rests on: drawn over the others, with what it says on a small card. */
import { certain } from '../inspector/evidence.js';
import { useAppState } from '../state/use-state.js';
import { EDGE_NAMES, shorten } from '../ui/words.js';
import { edgeKey } from './build-graph.js';
import type { Scene } from './scene.js';
import './link-card.css';

/** Letters of an end's name, and room that the card takes, in pixels. */
const NAME_LENGTH = 40;
const ROOM = { width: 340, height: 90 };

export function LinkCard({ scene }: { readonly scene: Scene }) {
  const link = useAppState((state) => state.pointedLink);
  if (!link || !scene.graph.hasEdge(edgeKey(link))) return null;
  const { source, type, target, x, y } = link;
  const { confidence } = scene.graph.getEdgeAttributes(edgeKey(link));
  const [from, to] = [scene.placeOf(source), scene.placeOf(target)];
  const name = (id: string) => shorten(scene.nameOf(id) ?? id, NAME_LENGTH);
  const [isRight, isLow] = [x > window.innerWidth - ROOM.width, y > window.innerHeight - ROOM.height];
  return (
    // What it says is in the table of links and in the details, too.
    <div className="link-pointed" aria-hidden="true">
      <svg width="100%" height="100%" aria-hidden="true">
        <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      </svg>
      <p
        className="link-card card"
        style={{
          ...(isRight ? { right: window.innerWidth - x + 12 } : { left: x + 12 }),
          ...(isLow ? { bottom: window.innerHeight - y + 12 } : { top: y + 12 }),
        }}
      >
        <span>{name(source)}</span>
        <strong>{EDGE_NAMES[type]}</strong>
        <span>{name(target)}</span>
        <span className="secondary">{certain(confidence)}</span>
      </p>
    </div>
  );
}
