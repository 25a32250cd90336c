/**
 * Whether a long form says what an acronym is, by its letters. In `Bidirectional Encoder Representations from Transformers` and
 * `Low-Rank Adaptation` they begin words; "benchmark three transformer-based models (BERT)" is a mistake.
 */
import { plainWords } from '../model/index.js';
import { nameWords, spells } from './name-key.js';

/** @param acronym in small letters, in the singular */
export function isInitialsOf(acronym: string, long: string): boolean {
  const words = plainWords(long);
  // `T2I` has a digit that is spoken; `infrared` (IR) has fewer words than letters.
  if (/\d/.test(acronym) || (words.length < acronym.length && spells(acronym, long))) return true;
  return beginsWords(acronym, words);
}

/** Whether a long form has the acronym as one of its words: `BERT-based model` does not say what BERT is. */
export function repeats(long: string, acronym: string): boolean {
  const words = nameWords(long);
  return words.length > 1 && words.includes(acronym);
}

/** Whether letters are beginnings of some of the words, one after the other. */
function beginsWords(letters: string, words: readonly string[]): boolean {
  // How many of the letters may be used up by the words so far.
  let reached = new Set([0]);
  for (const word of words) {
    const next = new Set(reached);
    for (const from of reached) {
      for (let count = 1; from + count <= letters.length && word.startsWith(letters.slice(from, from + count)); count++)
        next.add(from + count);
    }
    reached = next;
  }
  return reached.has(letters.length);
}
