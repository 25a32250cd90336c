/**
 * Finding what a person means by a name: by id, by a name or alias as written, then in any spelling, then with a part of
 * it under another of its names (`mean IoU` for mean intersection over union), then without its kind or maker (`HAM10000
 * dataset`).
 */
import MiniSearch from 'minisearch';
import { byKeys, fold, InputError } from '../model/index.js';
import { namesTyped } from './additions.js';
import { joinWords, nameKey, nameWords } from './name-key.js';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Without it, no kind that is written beside the name is understood. */
  readonly label?: string;
}

/** How many near names an error offers, and how many senses it lists. */
export const OFFERED = 3;
const LISTED = 10;
/** Names of more words are not taken apart. */
const MOST_WORDS = 10;

export class NameIndex<T extends Named> {
  readonly #byId = new Map<string, T>();
  readonly #written = new Map<string, Set<T>>();
  readonly #spelled = new Map<string, Set<T>>();

  constructor(nodes: Iterable<T>) {
    for (const node of nodes) this.add(node);
  }

  add(node: T): void {
    this.#byId.set(node.id, node);
    for (const form of formsOf(node)) {
      put(this.#written, form, node);
      put(this.#spelled, nameKey(form), node);
    }
  }

  remove(node: T): void {
    this.#byId.delete(node.id);
    for (const form of formsOf(node)) {
      this.#written.get(form)?.delete(node);
      this.#spelled.get(nameKey(form))?.delete(node);
    }
  }

  values(): Iterable<T> {
    return this.#byId.values();
  }

  /** Everything that may be meant, sorted by id; an exact name leaves other spellings out. */
  find(text: string): T[] {
    const known = this.#byId.get(text);
    if (known) return [known];
    const written = this.#written.get(text);
    const spelled = written?.size
      ? written
      : spellingsOf(text)
          .map((key) => this.#spelled.get(key))
          .find((of) => of?.size);
    if (spelled?.size) return sorted(spelled);
    const inOtherWords = this.#inOtherWords(text);
    return sorted(inOtherWords.size > 0 ? inOtherWords : this.#withoutAddition(text));
  }

  /**
   * The one node that is meant.
   * @throws InputError `unknown-name`, offering near names, or `several-senses`, listing them with their ids
   */
  one(text: string): T {
    const found = this.find(text);
    const [node] = found;
    if (node === undefined) {
      const near = this.near(text);
      const remedy = near.length === 0 ? 'look it up in the explorer' : `near: ${list(near)}`;
      throw new InputError('unknown-name', `nothing is called "${text}"; ${remedy}`);
    }
    if (found.length === 1) return node;
    const more = found.length > LISTED ? ` and ${found.length - LISTED} more` : '';
    throw new InputError(
      'several-senses',
      `"${text}" has several senses; write the id of the one that is meant: ${list(found.slice(0, LISTED))}${more}`,
    );
  }

  /** What is named when a part of the text, itself a name, is exchanged for another name of the same thing. */
  #inOtherWords(text: string): Set<T> {
    const found = new Set<T>();
    for (const key of respelled(nameWords(text), (part) => this.#spelled.get(part) ?? [])) {
      for (const node of this.#spelled.get(key) ?? []) found.add(node);
    }
    return found;
  }

  #withoutAddition(text: string): Set<T> {
    const found = new Set<T>();
    for (const { bare, type } of namesTyped(text)) {
      for (const node of this.#spelled.get(nameKey(bare)) ?? []) if (node.label === type) found.add(node);
    }
    return found;
  }

  /** Names that a misspelling may mean, best first. The words are indexed at each call: for errors only. */
  near(text: string): T[] {
    const index = new MiniSearch<{ id: string; forms: string; folded: string }>({
      fields: ['forms', 'folded'],
      storeFields: [],
      searchOptions: { prefix: true, fuzzy: (term) => (term.length > 2 ? 0.34 : false) },
    });
    index.addAll(
      [...this.#byId.values()].map((node) => {
        const forms = formsOf(node);
        return { id: node.id, forms: forms.join(' '), folded: forms.map(fold).join(' ') };
      }),
    );
    return index
      .search(`${text} ${fold(text)}`)
      .sort((a, b) => b.score - a.score || (String(a.id) < String(b.id) ? -1 : 1))
      .slice(0, OFFERED)
      .flatMap(({ id }) => this.#byId.get(String(id)) ?? []);
  }
}

/** The keys under which a text is looked for, one after the other: a person may write `AGENTS` for agents. */
export function spellingsOf(text: string): string[] {
  return [nameKey(text), nameKey(text.toLowerCase())];
}

/** The keys of what runs of a name's words may name, but not all of them together. */
export function* partsOf(words: readonly string[]): Generator<string> {
  for (const [from, to] of runsOf(words)) yield joinWords(words.slice(from, to));
}

/** The keys of a name of these words when a part of it, itself a name, is exchanged for another name of the same thing. */
export function* respelled(words: readonly string[], namedBy: (part: string) => Iterable<Named>): Generator<string> {
  for (const [from, to] of runsOf(words)) {
    const parts = namedBy(joinWords(words.slice(from, to)));
    for (const key of new Set([...parts].flatMap(formsOf).map(nameKey))) {
      yield joinWords([...words.slice(0, from), key, ...words.slice(to)]);
    }
  }
}

function* runsOf(words: readonly string[]): Generator<[from: number, to: number]> {
  if (words.length > MOST_WORDS) return;
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) if (to - from < words.length) yield [from, to];
  }
}

export function formsOf({ name, aliases = [] }: Named): string[] {
  return [name, ...aliases];
}

const sorted = <T extends Named>(nodes: Iterable<T>): T[] => [...nodes].sort(byKeys((node) => node.id));

function put<T>(map: Map<string, Set<T>>, key: string, node: T): void {
  if (key === '') return;
  const set = map.get(key);
  if (set) set.add(node);
  else map.set(key, new Set([node]));
}

function list(nodes: readonly Named[]): string {
  return nodes.map(({ name, id }) => `"${name}" (${id})`).join(', ');
}
