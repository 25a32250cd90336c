/**
 * Places for a few nodes that are shown by themselves: drawn together by their own links (ForceAtlas2, Jacomy et al. 2014),
 * none on another. On the map they may stand at its far ends. The same answer gives the same places.
 */
import { UndirectedGraph } from 'graphology';
import forceAtlas2Module, { type ForceAtlas2Settings } from 'graphology-layout-forceatlas2';
import noverlapModule, { type NoverlapSettings } from 'graphology-layout-noverlap';
import type { Place } from './walk.js';

type Small = UndirectedGraph<{ x: number; y: number; size: number }>;

// Both packages are CommonJS, and what TypeScript makes of their declarations is not the same for the page and for tests.
const forceAtlas2 = forceAtlas2Module as unknown as {
  assign(graph: Small, options: { iterations: number; settings: ForceAtlas2Settings }): void;
  inferSettings(graph: Small): ForceAtlas2Settings;
};
const noverlap = noverlapModule as unknown as {
  assign(graph: Small, options: { maxIterations: number; settings: NoverlapSettings }): void;
};

/** Where they begin: a spiral of even density, so that nothing hangs on chance. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** How much room a node gets, in units. */
const ROOM = 2;

/**
 * @param ids of the nodes
 * @param links pairs of them; others are left out
 * @param centre of what comes of it
 * @param unit of length
 */
export function layOut(
  ids: readonly string[],
  links: Iterable<readonly [string, string]>,
  centre: Place,
  unit: number,
): Map<string, Place> {
  const graph: Small = new UndirectedGraph();
  for (const [i, id] of ids.entries()) {
    const far = Math.sqrt(i + 0.5);
    graph.mergeNode(id, { x: far * Math.cos(i * GOLDEN), y: far * Math.sin(i * GOLDEN), size: 1 });
  }
  for (const [a, b] of links) if (a !== b && graph.hasNode(a) && graph.hasNode(b)) graph.mergeEdge(a, b);
  forceAtlas2.assign(graph, {
    iterations: Math.round(Math.max(60, Math.min(300, 60_000 / graph.order))),
    settings: {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: graph.order > 300,
      gravity: 0.6,
      scalingRatio: 4,
      slowDown: 1,
    },
  });
  // As wide as its number of nodes asks for.
  const spread = Math.sqrt(meanSquare(graph.mapNodes((_, { x, y }) => [x, y]))) || 1;
  const scale = (ROOM * Math.sqrt(graph.order)) / (2 * spread);
  graph.updateEachNodeAttributes((_, { x, y }) => ({ x: x * scale, y: y * scale, size: ROOM / 4 }));
  noverlap.assign(graph, { maxIterations: 100, settings: { margin: ROOM / 4, ratio: 1, speed: 2 } });
  const middle = mean(graph.mapNodes((_, { x, y }) => [x, y]));
  return new Map(
    graph.mapNodes((id, { x, y }) => [
      id,
      [centre[0] + unit * (x - middle[0]), centre[1] + unit * (y - middle[1])] as const,
    ]),
  );
}

export function mean(places: readonly Place[]): Place {
  let [x, y] = [0, 0];
  for (const place of places) {
    x += place[0] / places.length;
    y += place[1] / places.length;
  }
  return [x, y];
}

/** Of the distances from the middle. */
function meanSquare(places: readonly Place[]): number {
  const [x, y] = mean(places);
  return places.reduce((sum, place) => sum + ((place[0] - x) ** 2 + (place[1] - y) ** 2) / places.length, 0);
}
