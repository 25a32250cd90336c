/** The steps from a node in groups: by relationship and direction, in the order in which they tell most. */
import type { Direction, EdgeType, Neighbour, NodeDetail } from '../api/types.js';

export interface StepGroup {
  readonly type: EdgeType;
  readonly direction: Direction;
  /** How many there are in the graph. */
  readonly total: number;
  /** Those that are loaded. */
  readonly steps: readonly Neighbour[];
}

/** Lineage first, then the roles, strongest first, then people. */
const ORDER: readonly EdgeType[] = [
  'BUILDS_ON',
  'OUTPERFORMS',
  'PART_OF',
  'VARIANT_OF',
  'INTRODUCES',
  'COMPARES_WITH',
  'EVALUATES_ON',
  'USES',
  'STUDIES',
  'WROTE',
  'AFFILIATED_WITH',
];

export function groupSteps({ degrees }: NodeDetail, neighbours: readonly Neighbour[]): StepGroup[] {
  return [...degrees]
    .sort(
      (a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || (a.direction < b.direction ? 1 : -1), // out before in
    )
    .map(({ type, direction, count }) => ({
      type,
      direction,
      total: count,
      steps: neighbours.filter((step) => step.edge.type === type && step.direction === direction),
    }));
}

export function isLineage(type: EdgeType): boolean {
  return type === 'BUILDS_ON' || type === 'OUTPERFORMS' || type === 'PART_OF' || type === 'VARIANT_OF';
}
