/** The other names of a node, grouped by spelling: an edit that names one form means all that are spelled alike. */
import { nearSpelling } from '../../../src/model/near-spelling.js';

interface Spellings {
  /** Those of the node's own name: to split them off would take the node away from itself. */
  readonly own: readonly string[];
  /** In the order in which they come first. */
  readonly others: readonly (readonly [first: string, ...more: string[]])[];
}

export function groupSpellings(name: string, aliases: readonly string[]): Spellings {
  const own: string[] = [];
  const others = new Map<string, [string, ...string[]]>();
  for (const alias of aliases) {
    const key = nearSpelling(alias);
    const group = others.get(key);
    if (key === nearSpelling(name)) own.push(alias);
    else if (group) group.push(alias);
    else others.set(key, [alias]);
  }
  return { own, others: [...others.values()] };
}
