/**
 * Joins the keys of long forms: what one paper calls the same, one definition in other words, acronyms spelled out, another
 * order, another form of a word, typos.
 */
import { compareText, type JoinRule } from '../model/index.js';
import { type Definitions, type LongForms, meaningsOf } from './definitions.js';
import type { DisjointSets } from './disjoint-sets.js';
import { type Expansion, expand } from './expansions.js';
import { type KeyedMention, toShortKey } from './keyed-mention.js';
import { type Links, SHOWN_PAPERS } from './links.js';
import { joinWords, nameWords } from './name-key.js';
import { numberSignature } from './shapes.js';
import { misspellings, RARE } from './typos.js';
import { wordFormsKey } from './word-forms.js';
import { orderKey } from './word-order.js';
import { isMisspelling, stems, withoutUnsaid, wordingLikeness } from './wording.js';

/** Long forms of one acronym that share fewer of their words may be two things. */
const SAME_WORDING = 0.85;
const WITHOUT_UNSAID = 0.9;
const TYPO_SCORE = 0.9;
/** A spelling that more papers share is no misspelling. */
const FEW = 2;

export function joinKeys(
  mentions: readonly KeyedMention[],
  definitions: Definitions,
  sets: DisjointSets,
  links: Links,
): void {
  const forms = formsByKey(mentions);
  const formOf = (key: string) => forms.get(key)?.form ?? key;
  const join = (a: string, b: string): boolean => {
    if (numberSignature(formOf(a)) !== numberSignature(formOf(b))) return false;
    sets.union(a, b);
    return true;
  };
  joinWithinPapers(mentions, join, links);
  const names = [...forms].map(([key, { form, papers }]) => ({ key, form, papers, words: nameWords(form) }));
  const counts = countWords(names);
  const isWord = (word: string) => (counts.get(word) ?? 0) > RARE;
  const shortFormOf = commonestShortForms(definitions);
  for (const [short, longForms] of definitions) {
    const isIts = (long: string) => shortFormOf.get(long) === short;
    joinWordings(longForms, isIts, formOf, isWord, join, links);
  }
  joinExpansions(forms, definitions, sets, join, links);
  joinAlike(names, ({ form }) => orderKey(form), 'order', join, links);
  joinAlike(names, ({ words }) => wordFormsKey(words), 'wording', join, links);
  joinTypos(names, counts, forms, join, links);
}

interface KnownForm {
  /** The spelling that most papers write, of equals the one that sorts first. */
  readonly form: string;
  /** A few of the papers that write it in any spelling. */
  readonly papers: readonly string[];
}

interface NameInWords {
  readonly key: string;
  readonly form: string;
  readonly papers: readonly string[];
  readonly words: readonly string[];
}

function formsByKey(mentions: readonly KeyedMention[]): ReadonlyMap<string, KnownForm> {
  const byKey = new Map<string, { form: string; count: number; others?: Map<string, number>; papers: string[] }>();
  for (const { long, paper } of mentions) {
    for (const { key, form } of long) {
      const known = byKey.get(key);
      if (known === undefined) {
        byKey.set(key, { form, count: 1, papers: [paper] });
        continue;
      }
      if (known.papers.length < SHOWN_PAPERS) known.papers.push(paper);
      // Most names are written in one way only.
      if (form === known.form) known.count++;
      else {
        known.others ??= new Map();
        known.others.set(form, (known.others.get(form) ?? 0) + 1);
      }
    }
  }
  for (const known of byKey.values()) {
    for (const [form, count] of known.others ?? []) {
      if (count < known.count || (count === known.count && compareText(form, known.form) > 0)) continue;
      [known.form, known.count] = [form, count];
    }
    delete known.others;
  }
  return byKey;
}

type Join = (a: string, b: string) => boolean;

function joinWithinPapers(mentions: readonly KeyedMention[], join: Join, links: Links): void {
  for (const { paper, long, short } of mentions) {
    const [first] = [...long, ...short];
    for (const { key } of long) if (first && key !== first.key) join(first.key, key);
    for (const { key } of [...long, ...short]) if (first) links.add(first.key, key, 'definition', 1, [paper]);
  }
}

/** How many names hold each word. */
function countWords(names: readonly NameInWords[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of names) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The short form that most papers give each long form, of equals the one that sorts first. */
function commonestShortForms(definitions: Definitions): ReadonlyMap<string, string> {
  const best = new Map<string, { short: string; papers: number }>();
  for (const [short, longForms] of definitions) {
    for (const [long, { length }] of longForms) {
      const known = best.get(long);
      const isBetter =
        !known || length > known.papers || (length === known.papers && compareText(short, known.short) < 0);
      if (isBetter) best.set(long, { short, papers: length });
    }
  }
  return new Map([...best].map(([long, { short }]) => [long, short]));
}

/** @param isIts whether the short form is the usual one of a long form: one paper's "neural machine translation (MT)" joins nothing */
function joinWordings(
  longForms: LongForms,
  isIts: (long: string) => boolean,
  formOf: (key: string) => string,
  isWord: (word: string) => boolean,
  join: Join,
  links: Links,
): void {
  const all = [...longForms].map(([key, papers]) => ({ key, papers, words: nameWords(formOf(key)) }));
  all.sort((a, b) => b.papers.length - a.papers.length || compareText(a.key, b.key));
  // Forms without a stem in common are not compared: an acronym of two letters has thousands of long forms.
  const byStem = new Map<string, typeof all>();
  for (const other of all) {
    const near = new Set<(typeof all)[number]>();
    for (const stem of stems(other.words)) {
      const same = byStem.get(stem) ?? [];
      byStem.set(stem, same);
      for (const one of same) near.add(one);
      same.push(other);
    }
    for (const one of near) {
      const saysNoMore = () =>
        isIts(one.key) &&
        isIts(other.key) &&
        withoutUnsaid(one.words).join(' ') === withoutUnsaid(other.words).join(' ');
      const likeness = saysNoMore() ? WITHOUT_UNSAID : wordingLikeness(one.words, other.words);
      const isTypo =
        likeness < SAME_WORDING && other.papers.length <= FEW && isMisspelling(one.words, other.words, isWord);
      if ((likeness < SAME_WORDING && !isTypo) || !join(one.key, other.key)) continue;
      const papers = [...other.papers.slice(0, 2), ...one.papers.slice(0, 1)];
      links.add(one.key, other.key, isTypo ? 'typo' : 'wording', isTypo ? TYPO_SCORE : likeness, papers);
    }
  }
}

function joinExpansions(
  forms: ReadonlyMap<string, KnownForm>,
  definitions: Definitions,
  sets: DisjointSets,
  join: Join,
  links: Links,
): void {
  const meanings = new Map([...definitions].map(([key, longForms]) => [key, meaningsOf(longForms, sets)]));
  const isName = (key: string) => forms.has(key);
  const bySpelling = new Map<string, { key: string; expansion: Expansion }[]>();
  for (const [key, { form }] of forms) {
    const expansion = expand(form, (acronym) => meanings.get(toShortKey(acronym)) ?? [], isName);
    if (expansion === undefined || expansion.key === key) continue;
    const same = bySpelling.get(expansion.key);
    if (same) same.push({ key, expansion });
    else bySpelling.set(expansion.key, [{ key, expansion }]);
  }
  for (const [spelled, names] of bySpelling) {
    names.sort((a, b) => compareText(a.key, b.key));
    const anchor = forms.has(spelled) ? spelled : (names[0]?.key ?? spelled);
    for (const { key, expansion } of names) {
      if (key !== anchor && join(anchor, key)) links.add(anchor, key, 'expansion', expansion.share, expansion.papers);
    }
  }
}

/** Joins the names whose commonest spellings have one key of another kind, too. */
function joinAlike(
  names: readonly NameInWords[],
  keyOf: (name: NameInWords) => string | undefined,
  rule: JoinRule,
  join: Join,
  links: Links,
): void {
  const alike = new Map<string, NameInWords[]>();
  for (const name of names) {
    const common = keyOf(name);
    if (common === undefined) continue;
    const same = alike.get(common);
    if (same) same.push(name);
    else alike.set(common, [name]);
  }
  for (const same of alike.values()) {
    const [first, ...others] = same.sort((a, b) => compareText(a.key, b.key));
    for (const { key, papers } of others) {
      if (first && join(first.key, key)) links.add(first.key, key, rule, 1, papers);
    }
  }
}

function joinTypos(
  names: readonly NameInWords[],
  counts: ReadonlyMap<string, number>,
  forms: ReadonlyMap<string, KnownForm>,
  join: Join,
  links: Links,
): void {
  const correct = misspellings(counts);
  for (const { key, papers, words } of names) {
    // A name of one word may be meant so: `MatheMagic` is no misspelling.
    if (words.length < 2) continue;
    const mended = joinWords(words.map((word) => correct(word) ?? word));
    if (mended !== key && forms.has(mended) && join(mended, key)) links.add(mended, key, 'typo', TYPO_SCORE, papers);
  }
}
