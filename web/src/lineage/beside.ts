/** Where an arrow key leads from a method of the drawing: along its lines, or to the next one above or below. */
import type { LineageAnswer } from './lineage-api.js';

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export function isArrow(key: string): key is Arrow {
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown';
}

/** @returns the id of the method, undefined where nothing stands there */
export function beside({ methods, steps, drawing }: LineageAnswer, id: string, arrow: Arrow): string | undefined {
  const place = new Map(methods.map((method, i) => [method.id, drawing?.methods[i]]));
  const from = place.get(id);
  if (!from) return undefined;
  const isSideways = arrow === 'ArrowLeft' || arrow === 'ArrowRight';
  const [near, far] = arrow === 'ArrowLeft' ? (['head', 'tail'] as const) : (['tail', 'head'] as const);
  const candidates = isSideways
    ? steps.filter((step) => step[near] === id && !step.over).map((step) => step[far])
    : methods.map((method) => method.id).filter((other) => place.get(other)?.x === from.x);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of candidates) {
    const at = place.get(other);
    if (!at || other === id) continue;
    const [dx, dy] = [Math.abs(at.x - from.x), at.y - from.y];
    if ((arrow === 'ArrowUp' && dy >= 0) || (arrow === 'ArrowDown' && dy <= 0)) continue;
    const distance = dx + Math.abs(dy);
    if (distance < least) [best, least] = [other, distance];
  }
  return best;
}
