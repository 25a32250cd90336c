/**
 * Of very many names the few that a text may mean. Among them a `NameIndex` finds what it would among all, and to index
 * all takes many times as long.
 */
import { distance } from 'fastest-levenshtein';
import { byKeys, fold } from '../model/index.js';
import { namesTyped } from './additions.js';
import { formsOf, type Named, OFFERED, partsOf, respelled, spellingsOf } from './name-index.js';
import { nameKey, nameWords } from './name-key.js';

/** So many are indexed at once. */
const FEW = 2_000;

/** Everything that is spelt as the text or, where nothing is, what looks most like it. */
export function fewMeant<T extends Named>(nodes: readonly T[], text: string): readonly T[] {
  if (nodes.length <= FEW) return nodes;
  const known = nodes.find(({ id }) => id === text);
  if (known) return [known];
  const spelled = spelledAs(nodes, spellingsOf(text));
  if (spelled.length > 0) return spelled;
  const words = nameWords(text);
  const parts = spelledAs(nodes, partsOf(words));
  const namedBy = (key: string) => parts.filter((node) => formsOf(node).some((form) => nameKey(form) === key));
  const inOtherWords = spelledAs(nodes, respelled(words, namedBy));
  if (inOtherWords.length > 0) return [...new Set([...parts, ...inOtherWords])];
  const bare = namesTyped(text);
  const withoutAddition = spelledAs(
    nodes,
    bare.map((name) => nameKey(name.bare)),
  ).filter(({ label }) => bare.some(({ type }) => type === label));
  return withoutAddition.length > 0 ? withoutAddition : likest(nodes, text);
}

/** A key begins as its name does, but for `oedema` (edema) and `they` (he). */
const BEGIN_OTHERWISE = 'ot';
const PLAIN = /^[a-z0-9]/i;

/** The nodes that have a form with one of these keys. */
function spelledAs<T extends Named>(nodes: readonly T[], among: Iterable<string>): T[] {
  const keys = new Set(among);
  if (keys.size === 0) return [];
  const beginnings = new Set([...BEGIN_OTHERWISE, ...[...keys].map((key) => key.charAt(0))]);
  const mayBe = (form: string) => !PLAIN.test(form) || beginnings.has(form.charAt(0).toLowerCase());
  return nodes.filter((node) => formsOf(node).some((form) => mayBe(form) && keys.has(nameKey(form))));
}

/** From this share of signs on that need no change, a form is the text misspelt. */
const MISSPELT = 0.75;

/**
 * The nodes whose forms share most pairs of neighbouring signs with the text (Dice 1945). Where the text is one of these
 * forms but for a few signs, they are all: among many names of transformers a rarer word would seem nearer "transfomer".
 */
function likest<T extends Named>(nodes: readonly T[], text: string): T[] {
  const folded = fold(text);
  const likeness = likenessTo(folded);
  const best = (node: T, measure: (form: string) => number) =>
    Math.max(...formsOf(node).map((form) => measure(fold(form))));
  const first = (among: readonly T[], measure: (form: string) => number, least: number, most: number) =>
    among
      .map((node) => ({ node, is: best(node, measure) }))
      .filter(({ is }) => is >= least)
      .sort((a, b) => b.is - a.is || byKeys<Named>(({ id }) => id)(a.node, b.node))
      .slice(0, most)
      .map(({ node }) => node);
  const like = first(nodes, likeness, Number.MIN_VALUE, FEW);
  const kept = (form: string) => 1 - distance(folded, form) / Math.max(folded.length, form.length);
  const misspelt = first(like, kept, MISSPELT, OFFERED);
  return misspelt.length > 0 ? misspelt : like;
}

/** Signs that are told apart: letters and digits, others by their numbers. */
const SIGNS = 64;

function likenessTo(text: string): (other: string) => number {
  // By the number of a pair the last text that had it, so that nothing is cleared from one text to the next.
  const lastWith = new Int32Array(SIGNS * SIGNS);
  const sought = new Uint8Array(SIGNS * SIGNS);
  const count = eachPair(text, (pair) => {
    const isNew = sought[pair] === 0;
    sought[pair] = 1;
    return isNew;
  });
  let looked = 0;
  return (other) => {
    looked++;
    let common = 0;
    const size = eachPair(other, (pair) => {
      if (lastWith[pair] === looked) return false;
      lastWith[pair] = looked;
      common += sought[pair] as number;
      return true;
    });
    return size + count === 0 ? 0 : (2 * common) / (size + count);
  };
}

/** @returns for how many pairs `see` says that they are new */
function eachPair(text: string, see: (pair: number) => boolean): number {
  let seen = 0;
  for (let at = 1; at < text.length; at++) {
    const pair = (text.charCodeAt(at - 1) % SIGNS) * SIGNS + (text.charCodeAt(at) % SIGNS);
    if (see(pair)) seen++;
  }
  return seen;
}
