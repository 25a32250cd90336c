/** Moves nodes by the arrow keys, as dragging does with the pointer. */
import type { Scene } from '../graph/scene.js';
import { moveNodes } from './deeds.js';

const STEP = 24;
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as const;

export function moveBy({ sigma, graph }: Scene, ids: readonly string[], arrow: keyof typeof DIRECTIONS): void {
  const [right, down] = DIRECTIONS[arrow];
  const there = ids.filter((id) => graph.hasNode(id));
  moveNodes(
    new Map(
      there.map((id) => {
        const from = sigma.graphToViewport(graph.getNodeAttributes(id));
        const { x, y } = sigma.viewportToGraph({ x: from.x + right * STEP, y: from.y + down * STEP });
        return [id, [x, y] as const];
      }),
    ),
  );
}
