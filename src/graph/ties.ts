/**
 * Ties between entities: how far two are named in the same papers beyond what chance would bring together. A pair counts
 * its shared papers times the logarithm of observed over expected, the local mutual information of Evert ("The statistics
 * of word cooccurrences", 2005). So what everybody mentions is tied to little, however often it stands beside a thing.
 */
import { type Adjacency, at } from './adjacency.js';

/** Undirected weighted edges as parallel arrays; each pair once. */
export interface Ties {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float64Array;
}

/** Shared papers that make a pair worth looking at; one is enough where a text also states something of the two. */
const LEAST_SHARED = 2;

/**
 * @param papers how many papers there are: the nodes below this number; all others are entities
 * @param chosen entities among which ties are looked for
 * @param all how many papers chance has to choose from, where the graph holds only some of them
 * @returns ties by rising `from`, then `to`; only those above chance
 */
export function tiesBetween(
  { starts, neighbours }: Adjacency,
  papers: number,
  chosen: Iterable<number>,
  all: number = papers,
): Ties {
  const entities = Uint32Array.from(chosen).sort();
  const isChosen = new Uint8Array(starts.length);
  const count = new Uint32Array(starts.length);
  for (const entity of entities) {
    isChosen[entity] = 1;
    for (let j = at(starts, entity); j < at(starts, entity + 1); j++) {
      if (at(neighbours, j) < papers) count[entity] = at(count, entity) + 1;
    }
  }
  const shared = new Uint32Array(starts.length);
  const isStated = new Uint8Array(starts.length);
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (const entity of entities) {
    const met: number[] = [];
    for (let j = at(starts, entity); j < at(starts, entity + 1); j++) {
      const paper = at(neighbours, j);
      if (paper >= papers) {
        isStated[paper] = 1;
        continue;
      }
      for (let k = at(starts, paper); k < at(starts, paper + 1); k++) {
        const other = at(neighbours, k);
        if (other <= entity || isChosen[other] !== 1) continue;
        if (shared[other] === 0) met.push(other);
        shared[other] = at(shared, other) + 1;
      }
    }
    for (const other of met.sort((a, b) => a - b)) {
      const both = at(shared, other);
      shared[other] = 0;
      if (both < LEAST_SHARED && isStated[other] !== 1) continue;
      const value = both * Math.log((both * all) / (at(count, entity) * at(count, other)));
      if (value <= 0) continue;
      from.push(entity);
      to.push(other);
      weight.push(value);
    }
    for (let j = at(starts, entity); j < at(starts, entity + 1); j++) isStated[at(neighbours, j)] = 0;
  }
  return { from: Uint32Array.from(from), to: Uint32Array.from(to), weight: Float64Array.from(weight) };
}
