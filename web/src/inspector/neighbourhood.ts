/** A node with the steps from it: the first of each kind at once, more when asked for. */
import { useCallback, useState } from 'react';
import { api } from '../api/client.js';
import type { Direction, EdgeType, Neighbour, NodeDetail } from '../api/types.js';
import { edgeKey } from '../graph/build-graph.js';
import { type Request, useRequest } from '../state/use-request.js';

export interface Neighbourhood {
  readonly detail: NodeDetail;
  readonly neighbours: readonly Neighbour[];
}

const FIRST = 200;
/** Of a type in one direction that the first answer left out, because others filled it. */
const FIRST_OF_GROUP = 25;
const MORE = 100;

async function load(id: string, signal: AbortSignal): Promise<Neighbourhood> {
  const [detail, first] = await Promise.all([api.node(id, signal), api.neighbours(id, { limit: FIRST }, signal)]);
  if (first.shown >= first.total) return { detail, neighbours: first.neighbours };
  const seen = new Set(first.neighbours.map(({ edge, direction }) => `${direction} ${edge.type}`));
  const missing = detail.degrees.filter(({ type, direction }) => !seen.has(`${direction} ${type}`));
  const rest = await Promise.all(
    missing.map(({ type, direction }) => api.neighbours(id, { limit: FIRST_OF_GROUP, type, direction }, signal)),
  );
  return { detail, neighbours: merge(first.neighbours, ...rest.map(({ neighbours }) => neighbours)) };
}

function merge(...lists: readonly (readonly Neighbour[])[]): Neighbour[] {
  const known = new Map<string, Neighbour>();
  for (const step of lists.flat()) known.set(`${edgeKey(step.edge)} ${step.direction}`, step);
  return [...known.values()];
}

export interface NeighbourhoodState {
  readonly request: Request<Neighbourhood>;
  readonly again: () => void;
  /** Loads further steps of one type in one direction. */
  readonly more: (type: EdgeType, direction: Direction) => Promise<void>;
}

/** @param version of the graph: another one is asked anew */
export function useNeighbourhood(id: string, version: unknown): NeighbourhoodState {
  const ask = useCallback((signal: AbortSignal) => load(id, signal), [id]);
  const [request, again] = useRequest(ask, version);
  const [further, setFurther] = useState<{ of: unknown; id: string; steps: readonly Neighbour[] }>();
  const steps = further?.id === id && further.of === version ? further.steps : [];
  const whole: Request<Neighbourhood> =
    request.state === 'ready' && steps.length > 0
      ? { ...request, value: { ...request.value, neighbours: merge(request.value.neighbours, steps) } }
      : request;
  const more = async (type: EdgeType, direction: Direction) => {
    if (whole.state !== 'ready') return;
    const offset = whole.value.neighbours.filter(
      (step) => step.edge.type === type && step.direction === direction,
    ).length;
    const next = await api.neighbours(id, { limit: MORE, offset, type, direction });
    setFurther({ of: version, id, steps: [...steps, ...next.neighbours] });
  };
  return { request: whole, again, more };
}
