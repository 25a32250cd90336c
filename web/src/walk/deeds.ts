/** What can be done on a walk: each deed changes the walk, says what happened, and can be taken back. */
import { explain } from '../api/errors.js';
import type { DrawnGraph } from '../graph/build-graph.js';
import { redo, undo } from '../state/history.js';
import { announce, notify, setAsking, setWalk, store } from '../state/store.js';
import { formatCount, plural } from '../ui/words.js';
import { shortKey } from './short-key.js';
import {
  collapsing,
  expanding,
  type Group,
  hiding,
  keeping,
  marking,
  type Place,
  pinning,
  showingAll,
  unmarking,
  unpinning,
} from './walk.js';
import type { WalkLayer } from './walk-layer.js';

/** What a deed needs of the scene. */
export interface Walked {
  readonly walk: WalkLayer;
  readonly graph: DrawnGraph;
  nameOf(id: string): string | undefined;
  readonly view: { lookAt(ids: readonly string[], closely?: boolean): void };
}

/** So many neighbours come at once. */
export const EXPAND_BY = 25;

/**
 * Draws further neighbours of a node, the most telling first.
 * @param group only those by one type of link in one direction
 */
export async function expand(scene: Walked, id: string, group?: Group): Promise<void> {
  try {
    const { expansion, brought, total } = await scene.walk.nextOf(id, EXPAND_BY, group);
    const name = scene.nameOf(id) ?? 'this node';
    if (brought.length === 0) {
      announce(total === 0 ? `${name} has no neighbours` : `The neighbours of ${name} are drawn already`);
      scene.view.lookAt([id, ...neighboursSeen(scene, id)]);
      return;
    }
    setWalk((walk) => expanding(walk, id, expansion, brought));
    // Where nothing else is shown, what comes is not to stay a small clump.
    scene.view.lookAt([id, ...brought], store.getState().walk.kept !== undefined);
    announce(`${plural(brought.length, 'neighbour')} of ${name} drawn, of ${formatCount(total)}`);
  } catch (error) {
    notify({ text: explain(error), state: 'failed' });
  }
}

function neighboursSeen({ walk, graph }: Walked, id: string): string[] {
  return walk.shownOf(id).size > 0 && graph.hasNode(id) ? graph.neighbors(id).filter((each) => walk.isSeen(each)) : [];
}

/** Takes back what an expansion brought; where there is none, hides the neighbours that hang on nothing else. */
export function collapse(scene: Walked, id: string): void {
  const { walk } = store.getState();
  const name = scene.nameOf(id) ?? 'the node';
  if (walk.expanded.has(id)) {
    setWalk((before) => collapsing(before, id));
    announce(`${name} collapsed`);
    return;
  }
  const leaves = scene.walk.leavesOf(id).filter((each) => each !== store.getState().selection?.id);
  if (leaves.length === 0) {
    announce(`No neighbour hangs on ${name} alone`);
    return;
  }
  setWalk((before) => hiding(before, leaves));
  say(`${plural(leaves.length, 'node')} that only ${name} links to hidden`);
}

export function hide(scene: Walked, ids: readonly string[]): void {
  setWalk((walk) => hiding(walk, ids));
  say(`${what(scene, ids)} hidden`);
}

export function keepOnly(scene: Walked, ids: readonly string[]): void {
  setWalk((walk) => keeping(walk, ids));
  scene.view.lookAt(ids);
  say(`Only ${what(scene, ids)} shown`);
}

/** Brings back what was hidden or left out. */
export function showAll(): void {
  if (store.getState().asking.drawn === 'alone') setAsking({ drawn: undefined });
  setWalk(showingAll);
  announce('Everything is shown');
}

export function togglePins(scene: Walked, ids: readonly string[]): void {
  const { pinned } = store.getState().walk;
  const there = ids.filter((id) => scene.graph.hasNode(id));
  if (there.every((id) => pinned.has(shortKey(id)))) {
    setWalk((walk) => unpinning(walk, there));
    announce(`${what(scene, there)} unpinned`);
    return;
  }
  moveNodes(
    new Map(
      there.map((id) => {
        const { x, y } = scene.graph.getNodeAttributes(id);
        return [id, [x, y] as const];
      }),
    ),
  );
  announce(`${what(scene, there)} pinned`);
}

/** What one puts somewhere stays there. */
export function moveNodes(places: ReadonlyMap<string, Place>): void {
  setWalk((walk) => pinning(walk, places));
}

export function mark(ids: readonly string[], toggle: boolean): void {
  const { marked } = store.getState().walk;
  const off = toggle && ids.every((id) => marked.has(shortKey(id)));
  setWalk((walk) => (off ? unmarking(walk, ids) : marking(walk, ids)));
  announce(`${plural(store.getState().walk.marked.size, 'node')} marked`);
}

export function unmarkAll(): void {
  setWalk((walk) => ({ ...walk, marked: new Set() }));
  announce('Nothing is marked');
}

export function undoStep(): void {
  const name = undo();
  announce(name === undefined ? 'There is nothing to undo' : `Undone: ${name}`);
}

export function redoStep(): void {
  const name = redo();
  announce(name === undefined ? 'There is nothing to redo' : `Redone: ${name}`);
}

/** What makes things disappear is said where one sees it, with the way back. */
function say(text: string): void {
  announce(text);
  notify({
    text,
    state: 'done',
    undo: () => {
      undoStep();
      notify(undefined);
    },
  });
}

function what(scene: Walked, ids: readonly string[]): string {
  const [first] = ids;
  return ids.length === 1 && first !== undefined ? (scene.nameOf(first) ?? 'one node') : plural(ids.length, 'node');
}
