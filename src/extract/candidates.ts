/**
 * Candidates: everything in a paper that could be an entity. Spans that fold to the same key, and an acronym with the
 * long form that the text gives it, are one candidate from the start, so that the paper decides on it once.
 */
import { EMPTY_HASH, extendHash, hashText } from './hashing.js';
import type { Lexicon } from './lexicon.js';
import type { Reading } from './reading.js';
import { looksNamed, type Shape } from './shapes.js';
import { LINKING_WORDS } from './stop-words.js';
import type { Token } from './tokenise.js';

/** A half-open range of tokens. */
export interface Occurrence {
  readonly from: number;
  readonly to: number;
}

export interface Candidate {
  /** Folded forms; the first is the long form where the text defines an acronym. */
  readonly keys: string[];
  /** The `hashText` of each key. */
  readonly hashes: number[];
  readonly occurrences: Occurrence[];
  /** The occurrence whose words describe the candidate: of the long form where there is one. */
  model: Occurrence;
  /** The text defines an acronym for it. */
  defined: boolean;
  /** One of its forms has the shape of a proper name: a single word, or a last word, such as "LoRA" or "GPT-4". */
  named: boolean;
}

export const LONGEST_TERM = 6;

/** All candidates, in the order of their first occurrence. */
export function findCandidates(reading: Reading, lexicon: Lexicon): Candidate[] {
  const byKey = new ByKey();
  const add = (from: number, to: number, key: string, hash: number): Candidate => {
    const at = { from, to };
    const candidate = byKey.get(key, hash);
    if (candidate === undefined) return byKey.add(key, hash, at);
    const last = candidate.occurrences.at(-1);
    if (last === undefined || last.from !== from || last.to !== to) candidate.occurrences.push(at);
    return candidate;
  };
  forEachSpan(reading, (key, hash) => lexicon.terms.has(key, hash), add);
  for (const { long, short } of reading.definitions) {
    const longKey = keyOf(reading.tokens, long[0], long[1]);
    const shortKey = keyOf(reading.tokens, short[0], short[1]);
    if (longKey === '' || shortKey === '' || longKey === shortKey) continue;
    const longHash = hashText(longKey);
    const shortHash = hashText(shortKey);
    const one = has(byKey.get(longKey, longHash), long) ?? add(long[0], long[1], longKey, longHash);
    const other = has(byKey.get(shortKey, shortHash), short) ?? add(short[0], short[1], shortKey, shortHash);
    one.defined = true;
    if (one === other) continue;
    byKey.join(one, other);
    one.model = { from: long[0], to: long[1] };
  }
  const all = byKey.candidates();
  for (const candidate of all) candidate.named = isNamed(reading, candidate);
  return all.sort((a, b) => first(a).from - first(b).from || first(a).to - first(b).to);
}

/** Candidates by key, found by its hash: a key is only compared, and so made from its parts, where the hash is there. */
class ByKey {
  readonly #byPlace = new Map<number, Candidate>();
  readonly #all: Candidate[] = [];
  readonly #joined = new Set<Candidate>();

  get(key: string, hash: number): Candidate | undefined {
    return this.#byPlace.get(this.#place(key, hash));
  }

  add(key: string, hash: number, at: Occurrence): Candidate {
    const made = { keys: [key], hashes: [hash], occurrences: [at], model: at, defined: false, named: false };
    this.#byPlace.set(this.#place(key, hash), made);
    this.#all.push(made);
    return made;
  }

  /** Makes one candidate of two. */
  join(one: Candidate, other: Candidate): void {
    other.keys.forEach((key, i) => {
      const hash = other.hashes[i] as number;
      this.#byPlace.set(this.#place(key, hash), one);
      one.keys.push(key);
      one.hashes.push(hash);
    });
    one.occurrences.push(...other.occurrences);
    this.#joined.add(other);
  }

  /** Each with its occurrences in order. */
  candidates(): Candidate[] {
    for (const { occurrences } of this.#all) {
      if (occurrences.length > 1) occurrences.sort((a, b) => a.from - b.from || a.to - b.to);
    }
    return this.#joined.size === 0 ? this.#all : this.#all.filter((candidate) => !this.#joined.has(candidate));
  }

  /** The first number from the hash on that is free or has this very key. */
  #place(key: string, hash: number): number {
    let place = hash;
    for (let there = this.#byPlace.get(place); there !== undefined; there = this.#byPlace.get(place)) {
      if (there.keys.includes(key)) return place;
      place = (place + 1) | 0;
    }
    return place;
  }
}

function isNamed(reading: Reading, { occurrences }: Candidate): boolean {
  for (const { from, to } of occurrences) {
    if (to - from <= 2 && looksNamed(reading.shapes[from] as Shape)) return true;
  }
  return false;
}

function first(candidate: Candidate): Occurrence {
  return candidate.occurrences[0] as Occurrence;
}

function has(candidate: Candidate | undefined, range: readonly [number, number]): Candidate | undefined {
  const there = candidate?.occurrences.some((o) => o.from === range[0] && o.to === range[1]);
  return there === true ? candidate : undefined;
}

/**
 * Calls `visit` for every span that could be a term, with its key and the key's hash, in the order of its beginning. A span with a function word inside
 * ("mixture of experts") counts only where `isTerm` knows its key or all its words have capitals.
 */
export function forEachSpan(
  reading: Reading,
  isTerm: (key: string, hash: number) => boolean,
  visit: (from: number, to: number, key: string, hash: number) => void,
): void {
  const { tokens, stops, shapes, sentences } = reading;
  for (const sentence of sentences) {
    for (let from = sentence.from; from < sentence.to; from++) {
      if (stops[from] === 1 || (tokens[from] as Token).kind === 'number') continue;
      let key = '';
      let hash = EMPTY_HASH;
      let linked = false;
      let link = from;
      for (let to = from + 1; to <= sentence.to && to - from <= LONGEST_TERM; to++) {
        const token = tokens[to - 1] as Token;
        if (token.kind === 'mark') break;
        key += token.norm;
        hash = extendHash(hash, token.norm);
        if (stops[to - 1] === 1) {
          if (token.joined && token.text.startsWith('-')) continue;
          if (!LINKING_WORDS.has(token.lower)) break;
          if (stops[to - 2] === 0) link = to - 1;
          linked = true;
          continue;
        }
        if (linked && stops[to - 2] === 1 && partsNames(reading, link, to - 1)) break;
        // "self- and cross-attention": the rest of the word stands elsewhere. "UNet- and SAM-based" has a name.
        if (token.text.endsWith('-') && (to - from > 1 || !looksNamed(shapes[from] as Shape))) continue;
        // A number ends a term only after a name: "Stable Diffusion 3", "Llama 2".
        if (token.kind === 'number') {
          if (shapes[to - 2] === 0 || token.text.length > 5 || MEASURED.test(token.text)) break;
        }
        if (to - from === 1 && token.lower.length === 1 && token.kind === 'word' && !/\p{Lu}/u.test(token.text))
          continue;
        if (linked && !isTerm(key, hash) && !allNamed(reading, from, to)) continue;
        visit(from, to, key, hash);
      }
    }
  }
}

/** A percentage, a factor, a share, a difference or a value ("FID 8.65"): no version ("Grok 4.20", "Ubuntu 22.04"). */
const MEASURED = /[%×]|^[+~∼]|^0\.|\.\d{3}|\.[1-9][1-9]|^\d{2,}\.[1-9]$/;

/** What stands beside another thing, is run with or on it. */
const BESIDE = new Set(['and', 'with', 'on']);
const RELATED = new Set(['in', 'from', 'at', 'for', 'by']);

/**
 * Whether the linking words in a range of tokens stand between two things ("KITTI and nuScenes", "GPT-4o with chain-of-thought",
 * "FMs for QA"), not within a term: of 10,824 annotated entities one is written so ("Human and AI Feedback").
 */
function partsNames({ tokens, shapes }: Reading, from: number, to: number): boolean {
  const before = looksNamed(shapes[from - 1] as Shape);
  const after = looksNamed(shapes[to] as Shape);
  for (let i = from; i < to; i++) {
    const word = (tokens[i] as Token).lower;
    if (BESIDE.has(word) ? before || after : RELATED.has(word) && before && after) return true;
  }
  return false;
}

/** Every content word has a capital: "Internet of Things", "Humanity's Last Exam". */
function allNamed(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = reading.tokens[i] as Token;
    if (LINKING_WORDS.has(token.lower) || looksNamed(reading.shapes[i] as Shape)) continue;
    if (!/^\p{Lu}/u.test(token.text)) return false;
  }
  return true;
}

/** The folded form of a range of tokens: the key under which two spellings are one term. */
export function keyOf(tokens: readonly Token[], from: number, to: number): string {
  let key = '';
  for (let i = from; i < to; i++) key += (tokens[i] as Token).norm;
  return key;
}
