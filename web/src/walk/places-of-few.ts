/** Where only chosen nodes are kept, or an answer stands alone, the map's places would scatter the few over all of it. */
import type { DrawnGraph } from '../graph/build-graph.js';
import { answerAlone, type DrawnPath, type State } from '../state/store.js';
import { arrange, type Opened } from './arrange.js';
import { layOut, mean } from './lay-out.js';
import { shortKey } from './short-key.js';
import type { Place } from './walk.js';

interface Options {
  readonly graph: DrawnGraph;
  readonly opened: readonly Opened[];
  /** Where the map has a node. */
  readonly homeOf: (id: string) => Place;
  readonly unit: number;
}

/** @returns places of their own: for an answer all of it, and for what was opened beside what is kept; otherwise none */
export function placesOfFew(state: State, options: Options): Map<string, Place> {
  const { kept } = state.walk;
  const answered = placesOfAnswer(answerAlone(state), options);
  if (!kept && answered.size === 0) return answered;
  const around = arrange(
    options.opened,
    (id) => answered.has(id) || kept?.has(shortKey(id)) === true,
    (id) => answered.get(id) ?? options.homeOf(id),
    options.unit,
  );
  return new Map([...answered, ...around]);
}

function placesOfAnswer(answer: DrawnPath | undefined, { graph, homeOf, unit }: Options): Map<string, Place> {
  const ids = answer?.nodes.filter((id) => graph.hasNode(id)) ?? [];
  if (!answer || ids.length < 2) return new Map();
  const links = [...answer.edges].flatMap((edge) => (graph.hasEdge(edge) ? [graph.extremities(edge)] : []));
  return layOut(ids, links, mean(ids.map(homeOf)), unit);
}
