/** Rings around what is marked, and a dot at what is pinned: drawn over each frame. */
import type Sigma from 'sigma';
import type { EdgeAttributes, NodeAttributes } from '../graph/build-graph.js';
import type { Pen } from '../graph/pen.js';
import type { Palette } from '../theme/palette.js';
import { shortKey } from './short-key.js';
import type { Walk } from './walk.js';

export function paintMarks(
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  { marked, pinned }: Walk,
  palette: Palette,
  pen: Pen | null | undefined = sigma.getCanvases().labels?.getContext('2d'),
): void {
  if (marked.size === 0 && pinned.size === 0) return;
  if (!pen) return;
  const context = pen;
  const { width, height } = sigma.getDimensions();
  context.save();
  sigma.getGraph().forEachNode((id) => {
    const key = shortKey(id);
    const [isMarked, isPinned] = [marked.has(key), pinned.has(key)];
    if (!isMarked && !isPinned) return;
    const data = sigma.getNodeDisplayData(id);
    if (!data || data.hidden) return;
    const { x, y } = sigma.framedGraphToViewport(data);
    if (x < 0 || y < 0 || x > width || y > height) return;
    const size = sigma.scaleSize(data.size);
    if (isMarked) {
      context.beginPath();
      context.arc(x, y, size + 3, 0, 2 * Math.PI);
      context.strokeStyle = palette.accent;
      context.lineWidth = 2;
      context.setLineDash([4, 3]);
      context.stroke();
    }
    if (isPinned) {
      const offset = size * 0.72 + 1;
      context.beginPath();
      context.arc(x + offset, y - offset, 3.2, 0, 2 * Math.PI);
      context.fillStyle = palette.ink;
      context.strokeStyle = palette.ground;
      context.lineWidth = 1.5;
      context.setLineDash([]);
      context.fill();
      context.stroke();
    }
  });
  context.restore();
}
