/** What a method that is looked at came from, and what came from it, among what is drawn. */
import type { LineageAnswer } from './lineage-api.js';

/** @returns ids of methods, the one itself among them, and places of steps in the list */
export function relatives(
  { steps }: Pick<LineageAnswer, 'steps'>,
  id: string,
): { methods: ReadonlySet<string>; steps: ReadonlySet<number> } {
  const methods = new Set([id]);
  const found = new Set<number>();
  for (const [near, far] of [
    ['head', 'tail'],
    ['tail', 'head'],
  ] as const) {
    const queue = [id];
    const seen = new Set(queue);
    for (const at of queue) {
      for (const [place, step] of steps.entries()) {
        if (step[near] !== at || step.over) continue;
        found.add(place);
        methods.add(step[far]);
        if (seen.has(step[far])) continue;
        seen.add(step[far]);
        queue.push(step[far]);
      }
    }
  }
  return { methods, steps: found };
}
