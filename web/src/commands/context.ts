/** What the commands are meant for at this moment. */
import type { Scene } from '../graph/scene.js';
import { store } from '../state/store.js';
import { shortKey } from '../walk/short-key.js';
import type { Context } from './command.js';

/** @param node whose menu is open: the deed is meant for it, or for all that are marked with it */
export function contextOf(scene: Scene | undefined, focusSearch: () => void, node?: string): Context {
  const state = store.getState();
  const { selection, walk } = state;
  const marked =
    scene && walk.marked.size > 0
      ? scene.graph.filterNodes((id) => walk.marked.has(shortKey(id)) && scene.walk.isSeen(id))
      : [];
  const one = node ?? selection?.id;
  const isOfMarked = node === undefined || walk.marked.has(shortKey(node));
  const nodes = marked.length > 0 && isOfMarked ? marked : one === undefined ? [] : [one];
  return { scene, state, nodes, focusSearch };
}
