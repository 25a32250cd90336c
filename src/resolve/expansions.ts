/**
 * Names that hold an acronym and names that spell it out: `KV cache` and `key-value cache`, `on-device LLM` and
 * `on-device large language model`. Only an acronym on whose meaning the papers agree is spelled out.
 */

import { nameKey } from './name-key.js';
import { isAcronym } from './shapes.js';

/** The key of an acronym's long form, and the share of the defining papers that mean it. */
export interface Meaning {
  readonly key: string;
  readonly share: number;
  readonly papers: readonly string[];
}

export interface Expansion {
  /** The key of the name with every acronym spelled out. */
  readonly key: string;
  /** The least sure of the meanings that it takes. */
  readonly share: number;
  readonly papers: readonly string[];
}

/** @returns undefined for a name of one word, and for one without an acronym of known meaning */
export function expand(name: string, meaningOf: (acronym: string) => Meaning | undefined): Expansion | undefined {
  const words = name.split(/[\s/-]+/).filter((word) => word !== '');
  if (words.length < 2) return undefined;
  let share = 1;
  let papers: readonly string[] | undefined;
  const keys = words.map((word) => {
    const meaning = isAcronym(word) ? meaningOf(nameKey(word)) : undefined;
    if (meaning === undefined) return nameKey(word);
    if (papers === undefined || meaning.share < share) papers = meaning.papers;
    share = Math.min(share, meaning.share);
    return meaning.key;
  });
  return papers === undefined ? undefined : { key: keys.join(''), share, papers };
}
