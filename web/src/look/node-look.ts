/** The size and the colour of each node, by what the reader wants them to stand for. */
import type { DrawnGraph, NodeAttributes } from '../graph/build-graph.js';
import { mix } from '../theme/colour.js';
import type { Palette } from '../theme/palette.js';
import { type Look, USUAL_LOOK } from './look.js';

const SMALLEST = 1.8;
const LARGEST = 11;
/** Of so few nodes, a share of all, the size may be cut, so that the others are no specks. */
const SUNS = 0.005;

/** From the oldest to the newest; told apart by lightness alone, too. */
const YEARS = { light: ['#b9cf8f', '#2f9bb0', '#20307f'], dark: ['#3d5a94', '#35a7ae', '#f1f5ac'] } as const;

export class NodeLook {
  readonly #graph: DrawnGraph;
  #look: Look = USUAL_LOOK;
  /** Which colour of the palette a community has; those without one are grey. */
  #communities: ReadonlyMap<number, number> = new Map();
  #sizes: ReadonlyMap<string, number> = new Map();
  #years: ReadonlyMap<string, number> = new Map();
  #span: readonly [number, number] = [0, 0];

  constructor(graph: DrawnGraph) {
    this.#graph = graph;
  }

  /** The first and the last year that have a colour. */
  get span(): readonly [number, number] {
    return this.#span;
  }

  /** To be called when the reader chose another look, and when the drawing has other nodes. */
  update(look: Look, communities = this.#communities): void {
    this.#look = look;
    this.#communities = communities;
    this.#sizes = look.size === 'papers' ? new Map() : this.sizes(look.size);
    this.#years = look.colour === 'year' ? this.years() : new Map();
    const years = [...this.#years.values()];
    this.#span = years.length === 0 ? [0, 0] : [least(years), -least(years.map((year) => -year))];
  }

  sizeOf(id: string, { size }: NodeAttributes): number {
    return this.#sizes.get(id) ?? size;
  }

  colourOf(id: string, { kind, community }: NodeAttributes, palette: Palette): string {
    const { colour } = this.#look;
    if (colour === 'label') return palette.labels[kind];
    if (colour === 'community') {
      const index = this.#communities.get(community);
      return (index === undefined ? undefined : palette.communities[index]) ?? mix(palette.ground, palette.ink, 0.35);
    }
    const year = this.#years.get(id);
    if (year === undefined) return mix(palette.ground, palette.ink, 0.25);
    const [first, last] = this.#span;
    return yearColour(last === first ? 1 : (year - first) / (last - first), palette);
  }

  private sizes(by: 'degree' | 'pagerank'): Map<string, number> {
    const values = new Map<string, number>();
    this.#graph.forEachNode((id, { pagerank }) =>
      values.set(id, Math.sqrt(by === 'degree' ? this.#graph.degree(id) : pagerank)),
    );
    const sorted = [...values.values()].sort((a, b) => b - a);
    const most = sorted[Math.floor(sorted.length * SUNS)] || 1;
    for (const [id, value] of values) {
      values.set(id, Math.min(LARGEST, SMALLEST + ((LARGEST - SMALLEST) * value) / most));
    }
    return values;
  }

  /** Of a paper, its own; of anything else, that of the first paper in the drawing that it is linked to. */
  private years(): Map<string, number> {
    const years = new Map<string, number>();
    this.#graph.forEachNode((id, { year }) => {
      if (year !== undefined) years.set(id, year);
    });
    const first = new Map<string, number>();
    this.#graph.forEachEdge((_, __, source, target) => {
      for (const [paper, other] of [
        [source, target],
        [target, source],
      ] as const) {
        const year = years.get(paper);
        if (year === undefined || years.has(other)) continue;
        first.set(other, Math.min(year, first.get(other) ?? year));
      }
    });
    return new Map([...years, ...first]);
  }
}

/** @param share 0 for the oldest, 1 for the newest */
export function yearColour(share: number, { ground, ink }: Palette): string {
  const [old, middle, recent] = YEARS[ground < ink ? 'dark' : 'light'];
  return share < 0.5 ? mix(old, middle, 2 * share) : mix(middle, recent, 2 * share - 1);
}

function least(values: readonly number[]): number {
  let found = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < found) found = value;
  return found;
}
