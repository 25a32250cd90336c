/**
 * What a name of several words may be shortened to: every word is there, as it is or by its initial, in the same order;
 * capitals and numbers stay. A word begins behind a space or a sign, or with a capital behind a small letter (`RealEstate`).
 */
import { fold } from '../model/index.js';

interface Word {
  readonly text: string;
  /** It may be shortened to its initial. */
  readonly hasInitial: boolean;
  readonly isSmall: boolean;
}

/** So many words at most: each may double the number of abbreviations. */
const MOST_WORDS = 7;
const SMALL = new Set(['a', 'and', 'for', 'in', 'of', 'on', 'the', 'to', 'with']);
/** Words that say nothing of which it is: VBench is not Video-Bench alone. */
const UNTELLING = new Set(['bench', 'benchmark', 'dataset', 'eval', 'evaluation']);

function wordsIn(name: string): Word[] {
  const parts =
    name.match(/\p{N}+(?:\.\p{N}+)*[KMB]?(?!\p{Ll})|\p{Lu}\p{Ll}+|\p{Ll}+|\p{Lu}+(?!\p{Ll})|\p{Lu}/gu) ?? [];
  let at = 0;
  return parts.map((text) => {
    const start = name.indexOf(text, at);
    at = start + text.length;
    const begins = start === 0 || !/\p{Lu}/u.test(name.charAt(start - 1));
    const isSmall = SMALL.has(text);
    return { text, isSmall, hasInitial: begins && !isSmall && /^\p{L}\p{Ll}+$/u.test(text) };
  });
}

/** Its possible abbreviations, folded; none of a name that has too many words, or that nothing can be cut from. */
export function abbreviationsOf(name: string): Set<string> {
  const words = wordsIn(name);
  if (words.length < 2 || words.length > MOST_WORDS || !words.some(({ hasInitial }) => hasInitial)) return new Set();
  let made = [''];
  for (const { text, hasInitial, isSmall } of words) {
    made = made.flatMap((before) => [
      before + text,
      ...(hasInitial ? [before + text.charAt(0)] : []),
      ...(isSmall ? [before] : []),
    ]);
  }
  return new Set(made.map(fold));
}

/**
 * Whether the form is such an abbreviation as written: initials are capitals, and two words are shortened at least, or one that a
 * sign or a digit sets off (`ARC-C`, `K400`). One capital more before a word is too little: VBench, Video-Bench.
 */
export function abbreviates(form: string, name: string): boolean {
  const words = wordsIn(name);
  const follow = (at: number, i: number, cut: number, setOff: boolean): boolean => {
    let from = at;
    while (from < form.length && !/[\p{L}\p{N}]/u.test(form.charAt(from))) from++;
    const word = words[i];
    if (word === undefined) return from === form.length && (cut >= 2 || setOff);
    const { text, hasInitial, isSmall } = word;
    const whole = form.slice(from, from + text.length);
    if (whole.toLowerCase() === text.toLowerCase() && follow(from + text.length, i + 1, cut, setOff)) return true;
    const initial = form.charAt(from);
    if (hasInitial && initial === text.charAt(0).toUpperCase()) {
      const telling = UNTELLING.has(text.toLowerCase()) ? 0 : 1;
      const alone = telling === 1 && text.length > 2 && isSetOff(form, from);
      if (follow(from + 1, i + 1, cut + telling, setOff || alone)) return true;
    }
    return isSmall && follow(from, i + 1, cut, setOff);
  };
  return follow(0, 0, 0, false);
}

/** No letter on either side. */
function isSetOff(form: string, at: number): boolean {
  return !/\p{L}/u.test(form.charAt(at - 1)) && !/\p{L}/u.test(form.charAt(at + 1));
}
