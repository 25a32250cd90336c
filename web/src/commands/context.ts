/** What the commands are meant for at this moment. */
import type { Scene } from '../graph/scene.js';
import { selectedLink, store } from '../state/store.js';
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
  const own = node ?? selection?.id;
  // A link stands for its two ends.
  const link = node === undefined ? selectedLink(state) : undefined;
  const chosen = link ? [link.source, link.target] : own === undefined ? [] : [own];
  const isOfMarked = node === undefined || walk.marked.has(shortKey(node));
  const nodes = marked.length > 0 && isOfMarked ? marked : chosen;
  return { scene, state, nodes, focusSearch };
}
