/** A line drawn by hand around nodes, and what lies inside it. */
import type { Coordinates } from 'sigma/types';
import './lasso.css';

const SVG = 'http://www.w3.org/2000/svg';

/** The line as it grows, over the drawing. */
export class LassoLine {
  readonly line: Coordinates[] = [];
  readonly #svg = document.createElementNS(SVG, 'svg');
  readonly #shape = document.createElementNS(SVG, 'polygon');

  constructor(container: HTMLElement, from: Coordinates) {
    this.#svg.setAttribute('class', 'lasso');
    this.#svg.setAttribute('aria-hidden', 'true');
    this.#svg.append(this.#shape);
    container.append(this.#svg);
    this.add(from);
  }

  add({ x, y }: Coordinates): void {
    this.line.push({ x, y });
    this.#shape.setAttribute('points', this.line.map((point) => `${point.x},${point.y}`).join(' '));
  }

  remove(): void {
    this.#svg.remove();
  }
}

/** Whether a point lies in a polygon: a ray from it crosses the sides an odd number of times. */
export function isInside({ x, y }: Coordinates, polygon: readonly Coordinates[]): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [a, b] = [polygon[i], polygon[j]];
    if (!a || !b) continue;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
