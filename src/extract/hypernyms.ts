/**
 * What plain words say a name is (hypernyms; Hearst 1992): "MAPS, a multilingual benchmark suite", "FiMI: A
 * Domain-Specific Language Model", "a novel dataset, ImpliHateVid", "the R3D2 model". Nouns of a kind are counted as one,
 * so that a scorer can learn from few examples what each kind says of the type.
 */
import type { Occurrence } from './candidates.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';

/** Nouns that tell what a thing is, by kind. */
const NOUNS: readonly string[] = [
  'benchmark dataset data-set corpus corpora testbed test-bed testset suite leaderboard collection database',
  'model llm vlm mllm lmm lm checkpoint',
  'method framework approach algorithm technique system pipeline strategy architecture mechanism scheme module toolkit library libraries platform tool procedure paradigm network agent optimizer loss metric score regularizer layer decoder encoder solver protocol simulator engine compiler chatbot bot assistant',
  'task problem theorem phenomenon phenomena property properties concept notion setting hypothesis law principle effect error bias definition theory',
];

const KIND_OF = new Map<string, number>();
NOUNS.forEach((nouns, i) => {
  for (const noun of nouns.split(' ')) for (const form of [noun, `${noun}s`]) KIND_OF.set(form, i + 1);
});

/** The kind of things that a lower-case noun names, from 1; 0 for most words. */
export function kindNamed(lower: string): number {
  return KIND_OF.get(lower) ?? 0;
}

/** A kind may be stated behind a name, as its last word or right beside it, and before it. */
const PLACES = 3;
const MOST_OCCURRENCES = 6;
/** Words of a noun phrase that are looked at. */
const REACH = 14;
const DETERMINERS = new Set(['a', 'an', 'the', 'our', 'one', 'two', 'three']);
const LINKS = new Set([',', '-', '–', '—', 'is', 'are', 'as']);
/** What ends the part of a noun phrase that holds its head. */
const ENDS = new Set(
  'for that which with of to in on by from where whose via using through when while designed based built trained tailored consisting comprising containing comprised composed covering spanning specifically . ; : ( ) ? !'.split(
    ' ',
  ),
);
/** What may go on with another phrase. */
const JOINING = new Set([',', 'and', '-', '–', '—']);
/** What may stand between a noun and the name that it introduces: "a dataset called X", "the benchmark (X)". */
const BETWEEN = new Set([',', '(', ':', '“', '"', '`', '‘', "'", 'called', 'named', 'dubbed', 'termed', 'namely']);

/** Adds, for each place and kind, 1 where an occurrence is said there to be of that kind, and else 0. */
export function addHypernyms(reading: Reading, occurrences: readonly Occurrence[], out: number[]): void {
  const begin = out.length;
  for (let i = 0; i < PLACES * NOUNS.length; i++) out.push(0);
  const say = (place: number, kind: number): void => {
    if (kind > 0) out[begin + place * NOUNS.length + kind - 1] = 1;
  };
  for (let i = 0; i < occurrences.length && i < MOST_OCCURRENCES; i++) {
    const { from, to } = occurrences[i] as Occurrence;
    const sentence = reading.sentences[reading.sentenceOf[from] as number] as Sentence;
    const end = bracketEnd(reading, to, sentence);
    say(0, kindBehind(reading, end, sentence));
    // The last word of the name, and of the brackets or what else is behind it.
    for (const at of [to - 1, end > to ? end - 2 : to]) say(1, kindAt(reading, at, sentence));
    say(2, kindBefore(reading, from, sentence));
  }
}

function tokenIn({ tokens }: Reading, at: number, sentence: Sentence): Token | undefined {
  return at >= sentence.from && at < sentence.to ? tokens[at] : undefined;
}

function kindAt(reading: Reading, at: number, sentence: Sentence): number {
  return tokenIn(reading, at, sentence)?.word.named ?? 0;
}

function textAt(reading: Reading, at: number, sentence: Sentence): string {
  return tokenIn(reading, at, sentence)?.lower ?? '';
}

/** Where the bracket that begins at a token has ended: "X (…)"; the token itself where none begins. */
function bracketEnd(reading: Reading, from: number, sentence: Sentence): number {
  if (textAt(reading, from, sentence) !== '(') return from;
  let at = from;
  while (at < sentence.to && textAt(reading, at, sentence) !== ')') at++;
  return at + 1;
}

/** "X, a …", "X (…) is the …", in a title also "X: …". */
function kindBehind(reading: Reading, at: number, sentence: Sentence): number {
  const link = textAt(reading, at, sentence);
  if (sentence.inTitle && link === ':') return headKind(reading, at + 1, sentence);
  if (!LINKS.has(link) || !DETERMINERS.has(textAt(reading, at + 1, sentence))) return 0;
  return headKind(reading, at + 2, sentence);
}

/** What the noun phrase that begins at a token names: its last noun of a kind is taken for its head. */
function headKind(reading: Reading, from: number, sentence: Sentence): number {
  let kind = 0;
  for (let i = from; i < sentence.to && i < from + REACH; i++) {
    const { lower, word } = reading.tokens[i] as Token;
    if (ENDS.has(lower) || (kind > 0 && JOINING.has(lower))) break;
    // "An LLM-based chatbot" is no LLM.
    if (word.named > 0 && !textAt(reading, i + 1, sentence).startsWith('-')) kind = word.named;
  }
  return kind;
}

function kindBefore(reading: Reading, from: number, sentence: Sentence): number {
  for (let at = from - 1; at > from - 4; at--) {
    const kind = kindAt(reading, at, sentence);
    if (kind > 0 || !BETWEEN.has(textAt(reading, at, sentence))) return kind;
  }
  return 0;
}
