/**
 * Whether a long form spells an acronym, given in small letters, out: its letters are beginnings of words, in order (`Bidirectional Encoder
 * Representations from Transformers`, `Low-Rank Adaptation`). "Benchmark three transformer-based models (BERT)" does not.
 */
import { plainWords } from '../model/index.js';

export function spellsOut(acronym: string, long: string): boolean {
  return beginsWords(acronym, plainWords(long));
}

/** Whether a long form has the acronym as one of its words: `BERT-based model` does not say what BERT is. */
export function repeats(long: string, acronym: string): boolean {
  const words = plainWords(long);
  return words.length > 1 && words.includes(acronym);
}

/** Whether letters are beginnings of some of the words, one after the other. */
function beginsWords(letters: string, words: readonly string[]): boolean {
  // How many of the letters may be used up by the words so far.
  let reached = new Set([0]);
  for (const word of words) {
    const next = new Set(reached);
    for (const from of reached) {
      for (let count = 1; word.startsWith(letters.slice(from, from + count)) && from + count <= letters.length; count++)
        next.add(from + count);
    }
    reached = next;
  }
  return reached.has(letters.length);
}
