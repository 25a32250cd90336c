/** Which neighbours come next: each group in turn gives its most telling, so that none crowds out the others. */
import type { Neighbour } from '../api/types.js';
import type { GroupSteps } from './expansions.js';
import { type Expansion, type GroupKey, groupKey } from './walk.js';

/**
 * @param isNew whether drawing this step would show anything that is not there
 * @param most how many new ones to bring
 * @returns how many of each group are to be drawn from now on, and the new ones among them
 */
export function allot(
  groups: readonly GroupSteps[],
  before: Expansion,
  isNew: (step: Neighbour) => boolean,
  most: number,
): { expansion: Expansion; brought: Neighbour[] } {
  const expansion = new Map<GroupKey, number>(before);
  const seen = new Set<string>();
  const brought: Neighbour[] = [];
  const queues = groups.map((group) => ({ key: groupKey(group), steps: group.steps, next: 0 }));
  for (let open = true; open; ) {
    open = false;
    for (const queue of queues) {
      if (brought.length >= most) return { expansion, brought };
      while (queue.next < queue.steps.length) {
        const step = queue.steps[queue.next++];
        if (!step || seen.has(step.node.id) || !isNew(step)) continue;
        seen.add(step.node.id);
        brought.push(step);
        expansion.set(queue.key, Math.max(queue.next, expansion.get(queue.key) ?? 0));
        open = true;
        break;
      }
    }
  }
  return { expansion, brought };
}
