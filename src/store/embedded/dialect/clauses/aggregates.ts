/** Functions that make one value of many rows. */
import type { Expression } from '../parse/syntax.js';
import { walk } from '../parse/walk.js';

export const AGGREGATES: ReadonlySet<string> = new Set([
  'count', 'sum', 'avg', 'min', 'max', 'collect', 'stdev', 'stdevp', 'percentilecont', 'percentiledisc',
]); // biome-ignore format: a table

/** Whether an aggregation stands in an expression. */
export function aggregates(value: Expression): boolean {
  let found = false;
  walk(value, (inner) => {
    if (inner.kind === 'call' && AGGREGATES.has(inner.name.toLowerCase())) found = true;
  });
  return found;
}
