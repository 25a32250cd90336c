/** Finding nodes by name or alias: prefixes, small misspellings, without regard to case, hyphens and diacritics. */
import { byKeys, type EntityNode, fold, type GraphNode } from '../model/index.js';
import { type BareName, namesTyped } from '../resolve/index.js';
import type { Search, SearchHit } from './schemas.js';
import { type Run, TermTable } from './term-table.js';

/** A short word with a letter changed is another word: `RNN` and `CNN`. */
const SHORTEST_MISSPELT = 5;
const EDITS_PER_LETTER = 0.2;
const MOST_EDITS = 2;
/** What a misspelt word counts for, beside the word itself. */
const MISSPELT = 0.5;
/** What an alias counts for, beside the name. */
const ALIAS = 0.4;
/** Longer names are titles: nobody types them run together. */
const LONGEST_FOLDED = 60;

const plain = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
const wordsOf = (text: string) => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const formsOf = (node: GraphNode) => ('aliases' in node ? [node.name, ...node.aliases] : [node.name]);
const papersOf = (node: GraphNode) => ('papers' in node ? node.papers : 0);

/** The level of what all words were found in; queries of more words are cut. */
const FOUND = 255;

/** A word of the query as it is looked up: runs of terms, and what each of their terms counts for. */
type Lookup = readonly { readonly run: Run; readonly share: (term: string) => number }[];

export class SearchIndex {
  /** By number; the more papers, the smaller the number. */
  readonly #nodes: readonly GraphNode[];
  readonly #lengths: Float32Array;
  /** What a node counts for by its papers. */
  readonly #fame: Float32Array;
  /** Twice the number, and one more where the term stands in an alias. */
  readonly #words: TermTable;
  /** The same of whole names, folded: `kv-cache` and `KV cache` are one. */
  readonly #folded: TermTable;
  /** How many words of the query a node has so far, and what they count for; all zero between two searches. */
  readonly #level: Uint8Array;
  readonly #score: Float32Array;
  readonly #best: Float32Array;

  constructor(nodes: readonly GraphNode[]) {
    const papers = (node: GraphNode) => String(1e9 - papersOf(node)).padStart(10, '0');
    this.#nodes = [...nodes].sort(byKeys(papers, ({ id }) => id));
    const words = new Map<string, number[]>();
    const folded = new Map<string, number[]>();
    const add = (to: Map<string, number[]>, term: string, number: number) => {
      const numbers = to.get(term);
      if (numbers) numbers.push(number);
      else to.set(term, [number]);
    };
    this.#lengths = new Float32Array(nodes.length);
    this.#fame = Float32Array.from(this.#nodes, (node) => 1 + Math.log1p(papersOf(node)));
    for (const [number, node] of this.#nodes.entries()) {
      this.#lengths[number] = Math.max(1, fold(node.name).length);
      for (const [i, form] of formsOf(node).entries()) {
        const entry = 2 * number + Math.min(1, i);
        for (const word of wordsOf(form)) add(words, word, entry);
        const whole = fold(form);
        if (whole !== '' && whole.length <= LONGEST_FOLDED) add(folded, whole, entry);
      }
    }
    this.#words = new TermTable(words);
    this.#folded = new TermTable(folded);
    this.#level = new Uint8Array(nodes.length);
    this.#score = new Float32Array(nodes.length);
    this.#best = new Float32Array(nodes.length);
  }

  /**
   * @returns the best matches first: an exact name, then the words that are matched more closely, in a shorter name, of more
   * papers; nodes with misspellings only where none has the words as they are written
   */
  search(query: string, limit: number): Search {
    const words = [...new Set(wordsOf(query))].slice(0, 20);
    const key = fold(query);
    const exact = this.#exact(key);
    const found = this.#withAll(words.map((word) => this.#asWritten(word)));
    this.#addBeginning(key, found);
    for (const name of namesTyped(query)) this.#addBare(name, exact, found);
    if (found.length === 0) found.push(...this.#withAll(words.map((word) => this.#misspelt(word))));
    // A letter or two find a good part of all nodes: only the best are sorted.
    const best: Best[] = [];
    for (const number of found) {
      const covered = Math.min(1, key.length / (this.#lengths[number] ?? 1));
      const weight = (this.#score[number] ?? 0) * (0.5 + covered) * (this.#fame[number] ?? 1);
      insert(best, { number, exact: exact.get(number) ?? 0, weight }, limit);
      this.#forget(number);
    }
    const nodes = best.map(({ number }) => this.#node(number));
    const names = nodes.map(({ name }) => fold(name));
    const isShared = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
    const shown = nodes.map((node, i) => hit(node, words, isShared(names[i] ?? '')));
    return { hits: shown, shown: shown.length, total: found.length };
  }

  #node(number: number): GraphNode {
    return this.#nodes[number] as GraphNode;
  }

  #asWritten(word: string): Lookup {
    return [{ run: this.#words.withPrefix(word), share: (term) => word.length / term.length }];
  }

  #misspelt(word: string): Lookup {
    const written = this.#asWritten(word);
    if (word.length < SHORTEST_MISSPELT) return written;
    const edits = Math.min(MOST_EDITS, Math.round(EDITS_PER_LETTER * word.length));
    return [...written, ...this.#words.near(word, edits).map((run) => ({ run, share: () => MISSPELT }))];
  }

  /** Nodes with a term of every lookup; `#score` then tells what these count for together, and `#level` is `FOUND`. */
  #withAll(lookups: readonly Lookup[]): number[] {
    let before: number[] = [];
    for (const [i, lookup] of lookups.entries()) {
      const touched: number[] = [];
      for (const { run, share } of lookup) {
        this.#words.visit(run, (entry, term) => {
          const number = entry >>> 1;
          const level = this.#level[number] ?? 0;
          if (level < i) return;
          const counts = (entry & 1) === 1 ? ALIAS * share(term) : share(term);
          if (level === i) {
            this.#level[number] = i + 1;
            this.#best[number] = counts;
            touched.push(number);
          } else if (counts > (this.#best[number] ?? 0)) this.#best[number] = counts;
        });
      }
      for (const number of before) if (this.#level[number] === i) this.#forget(number);
      for (const number of touched) {
        this.#score[number] = (this.#score[number] ?? 0) + (this.#best[number] ?? 0) / lookups.length;
      }
      before = touched;
    }
    for (const number of before) this.#level[number] = FOUND;
    return before;
  }

  /** Adds nodes with a name that begins so, run together. */
  #addBeginning(key: string, found: number[]): void {
    if (key === '') return;
    this.#folded.visit(this.#folded.withPrefix(key), (entry) => {
      const number = entry >>> 1;
      this.#add(number, found);
      this.#score[number] = Math.max(this.#score[number] ?? 0, (entry & 1) === 1 ? ALIAS : 1);
    });
  }

  /** Adds the nodes of this name and type, as good as those of which the query is an alias. */
  #addBare({ bare, type }: BareName, exact: Map<number, number>, found: number[]): void {
    for (const number of this.#exact(fold(bare)).keys()) {
      if (this.#node(number).label !== type) continue;
      this.#add(number, found);
      if (!exact.has(number)) exact.set(number, 1);
    }
  }

  #add(number: number, found: number[]): void {
    if (this.#level[number] === FOUND) return;
    this.#level[number] = FOUND;
    found.push(number);
  }

  #forget(number: number): void {
    this.#level[number] = 0;
    this.#score[number] = 0;
  }

  /** 2 for nodes of this name, 1 for those of this alias. */
  #exact(key: string): Map<number, number> {
    const exact = new Map<number, number>();
    const { from, to } = this.#folded.withPrefix(key);
    if (key === '' || from === to || this.#folded.term(from) !== key) return exact;
    this.#folded.visit({ from, to: from + 1 }, (entry) => {
      const number = entry >>> 1;
      exact.set(number, Math.max(exact.get(number) ?? 0, (entry & 1) === 1 ? 1 : 2));
    });
    return exact;
  }
}

interface Best {
  readonly number: number;
  readonly exact: number;
  readonly weight: number;
}

/** Keeps the best, sorted, and at most `most` of them. */
function insert(best: Best[], one: Best, most: number): void {
  const precedes = (a: Best, b: Best) =>
    a.exact !== b.exact ? a.exact > b.exact : a.weight !== b.weight ? a.weight > b.weight : a.number < b.number;
  const last = best.at(-1);
  if (best.length >= most && last && !precedes(one, last)) return;
  let place = best.length;
  while (place > 0 && precedes(one, best[place - 1] as Best)) place--;
  best.splice(place, 0, one);
  if (best.length > most) best.pop();
}

/** @param isShared whether another hit has the same name: then an alias that spells it out tells the two apart */
function hit(node: GraphNode, words: readonly string[], isShared: boolean): SearchHit {
  const base = { id: node.id, label: node.label, name: node.name };
  if (node.label === 'Paper') return { ...base, ...(node.year === undefined ? {} : { year: node.year }) };
  if (!('aliases' in node)) return base;
  const matches = (form: string) => words.every((word) => plain(form).includes(word));
  const alias = !matches(node.name) ? node.aliases.find(matches) : isShared ? spelledOut(node) : undefined;
  return { ...base, papers: node.papers, ...(alias === undefined ? {} : { alias }) };
}

/** The first alias whose initials are the name, else the first of those with the most words; none of a single word. */
function spelledOut({ name, aliases }: EntityNode): string | undefined {
  const initials = (form: string) =>
    wordsOf(form)
      .map((word) => word.charAt(0))
      .join('');
  const count = (form: string) => wordsOf(form).length;
  const longer = aliases.filter((alias) => count(alias) > 1).sort((a, b) => count(b) - count(a));
  return longer.find((alias) => initials(alias) === fold(name)) ?? longer[0];
}
