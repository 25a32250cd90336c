/**
 * Names that hold an acronym and names that spell it out: `KV cache` and `key-value cache`, `on-device LLM` and
 * `on-device large language model`. An acronym of several
 * meanings is spelled out where one of them, and one only, gives a name that papers write.
 */

import { joinWords, nameKey } from './name-key.js';
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

/** Share of the defining papers that must agree for an acronym to be spelled out whether or not others write it so. */
const AGREEMENT = 0.9;
/** How many times the papers of the next meaning must mean the first one, where both give names that papers write. */
const OUTVOTED = 3;
/** Fewer papers may be wrong about what an acronym means. */
const ENOUGH = 2;

/**
 * @param meaningsOf what papers mean by an acronym, the commonest first
 * @param isName whether some paper writes the name of this key: where papers mean several things, this decides
 * @returns undefined for a name of one word, and for one without an acronym whose meaning can be told
 */
export function expand(
  name: string,
  meaningsOf: (acronym: string) => readonly Meaning[],
  isName: (key: string) => boolean,
): Expansion | undefined {
  const words = name.split(/[\s/-]+/).filter((word) => word !== '');
  if (words.length < 2) return undefined;
  const choices = words.map((word) => (isAcronym(word) ? meaningsOf(nameKey(word)) : []).filter(isLikely));
  const sure = choices.map((meanings) => meanings.filter(isSure).slice(0, 1));
  const open = choices.flatMap((meanings, i) => (meanings.length > 0 && sure[i]?.length === 0 ? [i] : []));
  if (open.length === 0) return spelledOut(words, sure);
  const [only] = open;
  if (only === undefined || open.length > 1) return undefined;
  const found = (choices[only] ?? [])
    .map((meaning) => spelledOut(words, sure.with(only, [meaning])))
    .filter((expansion) => expansion !== undefined && isName(expansion.key));
  const [first, second] = found;
  return first !== undefined && first.share >= OUTVOTED * (second?.share ?? 0) ? first : undefined;
}

const isSure = ({ papers, share }: Meaning): boolean => papers.length >= ENOUGH && share >= AGREEMENT;
const isLikely = ({ papers, share }: Meaning): boolean => papers.length >= ENOUGH || share >= AGREEMENT;

function spelledOut(words: readonly string[], meanings: readonly (readonly Meaning[])[]): Expansion | undefined {
  const taken = meanings.flatMap(([meaning]) => meaning ?? []).sort((a, b) => a.share - b.share);
  const [least] = taken;
  if (least === undefined) return undefined;
  const key = joinWords(words.map((word, i) => meanings[i]?.[0]?.key ?? nameKey(word)));
  return { key, share: least.share, papers: least.papers };
}
