/** Merges that lead in a circle: A into B, B into C, C into A. Looked for in the whole list before any edit is applied. */
import { type CurationEdit, CurationError, fold, formatEdit } from '../model/index.js';
import type { Named, NameIndex } from './name-index.js';

/**
 * @param nodes what the names mean before the first edit; a name that means nothing yet stands for itself
 * @throws CurationError `merge-cycle` at the edit that closes the circle, naming the others
 */
export function refuseMergeCycles(nodes: NameIndex<Named>, edits: readonly CurationEdit[]): void {
  const keyOf = (text: string) => {
    const [only, ...others] = nodes.find(text);
    return only && others.length === 0 ? only.id : `? ${fold(text) || text}`;
  };
  const from = new Map<string, { to: string; edit: number }[]>();
  for (const [index, edit] of edits.entries()) {
    if (!('merge' in edit)) continue;
    const [source, target] = [keyOf(edit.merge), keyOf(edit.into)];
    if (source === target) continue;
    const way = findWay(from, target, source);
    if (way) {
      const others = way.map((n) => `edit ${n + 1} (${formatEdit(edits[n] ?? edit)})`).join(', ');
      throw new CurationError(
        'merge-cycle',
        `edit ${index + 1}, ${formatEdit(edit)}, leads in a circle with ${others}: remove one of them`,
        { edit: index },
      );
    }
    const list = from.get(source);
    if (list) list.push({ to: target, edit: index });
    else from.set(source, [{ to: target, edit: index }]);
  }
}

/** The edits that lead from one node to another, breadth first; undefined where none do. */
function findWay(
  from: ReadonlyMap<string, readonly { to: string; edit: number }[]>,
  start: string,
  end: string,
): number[] | undefined {
  const ways = new Map<string, number[]>([[start, []]]);
  const queue = [start];
  for (const here of queue) {
    const way = ways.get(here) ?? [];
    if (here === end) return way;
    for (const { to, edit } of from.get(here) ?? []) {
      if (ways.has(to)) continue;
      ways.set(to, [...way, edit]);
      queue.push(to);
    }
  }
  return undefined;
}
