/**
 * Stops that lack the space after them ("on all tasks.We propose"), as in one abstract of a hundred. They are no part of
 * a word, unlike those of "Node.js", "U.S.", "fast.AI" and "OnPrem.LLM".
 */
import { STOP_WORDS } from './stop-words.js';

const STOP_BEFORE_CAPITAL = /[.!?](?=\p{Lu})/gu;
/** What no name looks like, so that a name may follow. */
const PLAIN_END = /(?:^|[^\p{L}\p{N}.-])\p{Ll}[\p{Ll}-]{3,}[)\]]?$/u;
const LONG_WORD = /^[\p{L}\p{N}-]{3}/u;
/** What may stand before a word that only begins a sentence. */
const ANY_END = /[\p{L}\p{N}%)\]]$/u;
const STARTING_WORD = /^\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/u;

/** Where the first of them is in a run of characters without white space; -1 where there is none. */
export function findGluedStop(run: string): number {
  for (const { index } of run.matchAll(STOP_BEFORE_CAPITAL)) {
    const before = run.slice(0, index);
    const after = run.slice(index + 1);
    const starting = STARTING_WORD.exec(after);
    if (starting !== null && STOP_WORDS.has(starting[0].toLowerCase()) && ANY_END.test(before)) return index;
    if (PLAIN_END.test(before) && LONG_WORD.test(after)) return index;
  }
  return -1;
}
