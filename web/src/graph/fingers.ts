/** What fingers do on the drawing, beside what Sigma makes of them: a fingertip need not hit a small node, and a long press asks for its menu. */
import type Sigma from 'sigma';
import type { Coordinates, MouseCoords, TouchCoords } from 'sigma/types';
import type { EdgeAttributes, NodeAttributes } from './build-graph.js';

type Drawing = Sigma<NodeAttributes, EdgeAttributes>;

/** A fingertip is about so wide, from its middle, in CSS pixels. */
const FINGERTIP = 22;
/** A finger that stays so long wants the menu. */
const PRESS_MS = 500;
/** More than this is a drag, not an unsteady finger. */
const UNSTEADY = 8;

export function isByFinger({ original }: MouseCoords | TouchCoords): boolean {
  return 'touches' in original;
}

/** A second tap no farther from the first than this may be one with it. */
export const DOUBLE_TAP = 40;

/** To Sigma two taps that follow one another soon are a double one, wherever they are: here only those at one place. Returns how to stop. */
export function keepTapsApart(sigma: Drawing, container: HTMLElement): () => void {
  const captor = sigma.getTouchCaptor();
  const onStart = ({ touches: [finger] }: TouchEvent) => {
    const { lastTap } = captor;
    if (!finger || !lastTap) return;
    const { left, top } = container.getBoundingClientRect();
    const { x, y } = lastTap.position;
    if (Math.hypot(finger.clientX - left - x, finger.clientY - top - y) >= DOUBLE_TAP) captor.lastTap = null;
  };
  container.addEventListener('touchstart', onStart, { passive: true });
  return () => container.removeEventListener('touchstart', onStart);
}

/** The node whose edge is nearest to a finger that has met none, if it is under the fingertip. */
export function nodeUnderFinger(sigma: Drawing, at: Coordinates): string | undefined {
  let [nearest, least] = [undefined as string | undefined, FINGERTIP];
  for (const id of sigma.getGraph().nodes()) {
    const data = sigma.getNodeDisplayData(id);
    if (!data || data.hidden) continue;
    const { x, y } = sigma.framedGraphToViewport(data);
    const distance = Math.hypot(x - at.x, y - at.y) - sigma.scaleSize(data.size);
    if (distance >= least) continue;
    [nearest, least] = [id, distance];
  }
  return nearest;
}

/**
 * Says on which node a finger stays, and where in the window. That it is lifted is no tap then. Returns how to stop.
 */
export function bindLongPress(
  sigma: Drawing,
  container: HTMLElement,
  onPress: (id: string, at: Coordinates) => void,
): () => void {
  const captor = sigma.getTouchCaptor();
  let timer = 0;
  let from: Coordinates = { x: 0, y: 0 };
  const end = () => window.clearTimeout(timer);

  const onStart = ({ touches }: TouchEvent) => {
    end();
    const [finger, second] = touches;
    if (!finger || second) return;
    from = { x: finger.clientX, y: finger.clientY };
    const { left, top } = container.getBoundingClientRect();
    const at = { x: from.x - left, y: from.y - top };
    timer = window.setTimeout(() => {
      const id = nodeUnderFinger(sigma, at);
      if (id === undefined) return;
      // Sigma knows of no finger any more.
      captor.startTouchesPositions = [];
      onPress(id, from);
    }, PRESS_MS);
  };
  const onMove = ({ touches: [finger] }: TouchEvent) => {
    if (finger && Math.hypot(finger.clientX - from.x, finger.clientY - from.y) > UNSTEADY) end();
  };
  container.addEventListener('touchstart', onStart, { passive: true });
  container.addEventListener('touchmove', onMove, { passive: true });
  container.addEventListener('touchend', end);
  container.addEventListener('touchcancel', end);
  return () => {
    end();
    container.removeEventListener('touchstart', onStart);
    container.removeEventListener('touchmove', onMove);
    container.removeEventListener('touchend', end);
    container.removeEventListener('touchcancel', end);
  };
}
