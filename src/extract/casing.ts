/**
 * Capitals: which of a name's belong to it ("Segment Anything Model"), and which only the title, the beginning of a sentence
 * or the author's taste has put there ("Convolutional Neural Networks").
 */
import { keyOf, type Occurrence } from './candidates.js';
import type { Lexicon } from './lexicon.js';
import type { Reading } from './reading.js';
import { SHAPES } from './shapes.js';
import { LINKING_WORDS } from './stop-words.js';
import type { Token } from './tokenise.js';

/** Whether a token stands where ordinary words have no capital: in the abstract, and not at the beginning of a sentence. */
export function isInRunningText(reading: Reading, at: number): boolean {
  if ((reading.tokens[at] as Token).end <= reading.titleEnd) return false;
  return at !== reading.sentences[reading.sentenceOf[at] as number]?.from;
}

/** Whether every word has a capital or a digit, but those that link others ("Internet of Things") and tails ("-based", "'s"). */
export function isWrittenAsName({ tokens }: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (!hasCapital(token) && !LINKING_WORDS.has(token.lower) && !isTail(token)) return false;
  }
  return true;
}

const hasCapital = ({ text }: Token) => /[\p{Lu}\p{N}]/u.test(text);

const isTail = ({ joined, text }: Token) => joined && /^[-'’]/.test(text);

/**
 * The words of a name with the capitals that belong to it.
 * @param alike occurrences of the same words, whatever their case; the last one is the one to be written
 * @param hasShortForm whether the text gives an acronym for them: for its sake, capitals are put on any term
 */
export function withItsCapitals(
  reading: Reading,
  alike: readonly Occurrence[],
  hasShortForm: boolean,
  lexicon: Lexicon,
): string[] {
  const { tokens } = reading;
  const coined = alike.find(
    (at) => isCoined(reading, at, lexicon) || (!hasShortForm && isAlwaysCapital(reading, at, alike)),
  );
  const { from, to } = coined ?? (alike.at(-1) as Occurrence);
  const inNames = coined ? undefined : placesInNames(reading, from, to, lexicon);
  const words: string[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    // Who writes it otherwise elsewhere does not mean the capital.
    const isMeant = inNames
      ? inNames.has(i) || !isChance(reading, i, lexicon)
      : alike.every(({ from: at }) => tokens[at + i - from]?.text !== token.lower);
    const word = isMeant ? token.text : token.lower;
    if (token.joined && i > from) words.push(`${words.pop()}${word}`);
    else words.push(word);
  }
  return words;
}

/** Whether a token's capital is that of a title, of the beginning of a sentence, or of the author's taste. */
function isChance(reading: Reading, at: number, lexicon: Lexicon): boolean {
  const token = reading.tokens[at] as Token;
  if (isTail(token)) return true;
  const shape = reading.shapes[at];
  if (shape === SHAPES.title) return !isProper(token, lexicon, true);
  if (shape !== SHAPES.hyphenTitle || !/^\p{Lu}/u.test(token.text)) return false;
  // Unknown, among words in lower case: "Hall-Petch equation".
  return !isProper(token, lexicon, isInRunningText(reading, at));
}

/** Whether the corpus writes the word with a capital also away from the beginning of a sentence. */
function isProper({ norm }: Token, lexicon: Lexicon, otherwise: boolean): boolean {
  const facts = lexicon.terms.get(norm);
  return facts === undefined || facts.papers === 0 ? otherwise : facts.capital > 0.7;
}

/** Written as a name where a term would not be, and unknown to the corpus as a term: this paper has named it, or found it named. */
function isCoined(reading: Reading, { from, to }: Occurrence, lexicon: Lexicon): boolean {
  if (!isWrittenAsName(reading, from, to)) return false;
  const { tokens, titleEnd } = reading;
  const key = keyOf(tokens, from, to);
  if (to - from > 1 && lexicon.names.has(key)) return true;
  if ((lexicon.terms.get(key)?.papers ?? 0) > 0) return false;
  // "Hybrid-Tower: fine-grained …"
  const headsTitle = from === 0 && tokens[to]?.text === ':' && (tokens[to] as Token).end <= titleEnd;
  return headsTitle || isInRunningText(reading, from);
}

/** Whether this is one word, in running text, that the paper never writes small ("the Planner"). */
function isAlwaysCapital(reading: Reading, { from, to }: Occurrence, alike: readonly Occurrence[]): boolean {
  if (to - from > 1 || reading.shapes[from] !== SHAPES.title || !isInRunningText(reading, from)) return false;
  return alike.every((at) => hasCapital(reading.tokens[at.from] as Token));
}

/** Tokens of a range that are part of a name which the corpus knows ("Claude Code" in "Claude Code refactoring"). */
function placesInNames({ tokens }: Reading, from: number, to: number, lexicon: Lexicon): Set<number> {
  const places = new Set<number>();
  for (let start = from; start < to - 1; start++) {
    for (let end = to; end > start + 1; end--) {
      if (!lexicon.names.has(keyOf(tokens, start, end))) continue;
      for (let i = start; i < end; i++) places.add(i);
      break;
    }
  }
  return places;
}
