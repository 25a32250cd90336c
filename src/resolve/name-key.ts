/**
 * The spelling key of a name: two names with the same key differ in spelling only. Over `fold` (case, hyphens, spaces,
 * Greek letters, LaTeX, diacritics) it takes every word in the singular and in American spelling, and leaves out an
 * acronym in brackets after the words that it stands for.
 */
import pluralize from 'pluralize';
import { plainWords } from '../model/index.js';
import { isAcronym } from './shapes.js';

// The plurals of our field that the library does not know.
for (const [one, many] of [
  ['bias', 'biases'],
  ['lens', 'lenses'],
  ['axis', 'axes'],
  ['corpus', 'corpora'],
  ['formula', 'formulae'],
  ['simplex', 'simplices'],
  ['canvas', 'canvases'],
  ['atlas', 'atlases'],
  ['alias', 'aliases'],
  ['gas', 'gases'],
  ['equilibrium', 'equilibria'],
  ['spectrum', 'spectra'],
  ['optimum', 'optima'],
  ['maximum', 'maxima'],
  ['minimum', 'minima'],
  ['automaton', 'automata'],
  ['schema', 'schemata'],
  ['continuum', 'continua'],
  ['momentum', 'momenta'],
  ['quantum', 'quanta'],
  ['vortex', 'vortices'],
  ['cortex', 'cortices'],
  ['helix', 'helices'],
  ['modulus', 'moduli'],
  ['calculus', 'calculi'],
  ['torus', 'tori'],
  ['antenna', 'antennae'],
  ['cache', 'caches'],
  ['niche', 'niches'],
] as const)
  pluralize.addIrregularRule(one, many);
for (const word of 'bayes bus pandas kubernetes basis canvas atlas chaos axis nous data mis dis trans'.split(' '))
  pluralize.addUncountableRule(word);
// `timeseries` is no plural.
pluralize.addUncountableRule(/series$/);

/** British endings and stems, and what is American for them. */
const BRITISH: readonly [RegExp, string][] = [
  [/is(ation|ational|e|ed|er|ing|able)$/, 'iz$1'],
  [/ys(e|ed|er|ing)$/, 'yz$1'],
  [/^(behavi|col|neighb|fav|lab|tum|hum|arm|rum|rig|vap|flav|harb|od)our/, '$1or'],
  [/^(model|label|signal|channel|tunnel|travel|cancel|level|marvel|fuel|panel)l(ing|ed|er)$/, '$1$2'],
  [/(cent|fib|met|lit|spect|calib)re$/, '$1er'],
  [/^(h|f)ae/, '$1e'],
  [/^(p|an|orthop)ae(d|s)/, '$1e$2'],
  [/^oe(s|d)/, 'e$1'],
  [/^grey/, 'gray'],
  [/^artefact/, 'artifact'],
  [/^(catal|anal|dial)ogue$/, '$1og'],
  [/^programme$/, 'program'],
  [/^manoeuvre/, 'maneuver'],
  [/^defence$/, 'defense'],
  [/dgement$/, 'dgment'],
];

/** Any of them: most words hold none, and one look is enough to tell. */
const MAY_BE_BRITISH = new RegExp(BRITISH.map(([british]) => british.source).join('|'));

/** The words and names of all papers are too many to be kept; those that come again are soon kept again. */
const KEPT = 200_000;
const known = new Map<string, string>();

function wordKey(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  // `YOLOv8s` is a size; `H100s` are several.
  let key = word.length > 2 && !/(?<!\d\d)\ds$/.test(word) ? pluralize.singular(word) : word;
  // `v2` and `2` are one version: SAM v2, SAM 2; YOLOv5, YOLO 5.
  key = key.replace(/v(?=\d{1,3}(?:\.[\d.]*)?$)(?<=^(?:\p{L}{2,})?v)|(?<=^\p{L}{2,20})v(?=\d{1,3}[a-z]$)/u, '');
  // So are `2.0` and `2`: VQA v2.0, VQAv2.
  key = key.replace(/(?<=^\p{L}*\d+)\.0$/u, '');
  // Kinetics400 is Kinetics-400, whose first word is in the singular.
  key = key.replace(/^\p{L}{3,}(?=\d)/u, (letters) => pluralize.singular(letters));
  if (MAY_BE_BRITISH.test(key)) for (const [british, american] of BRITISH) key = key.replace(british, american);
  if (known.size >= KEPT) known.clear();
  known.set(word, key);
  return key;
}

/** Longer texts are no names, and the patterns below take their time on them. */
const LONGEST = 200;

/** Stands for the point of `2.5`, which no word would keep; it is a letter that no name has. */
const POINT = 'ǀ';
/**
 * `LVIS`, `GPS`, `L2S`, `BraTS`: a capital S is part of the name, unless all of a name is in capitals and one of its words is
 * too long for an acronym. Whether `LLMS` is a plural shows in what papers write (`unify-plurals.ts`).
 */
const ENDS_IN_S = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,7}S(?![\p{L}\p{N}])/gu;

/** The words of a name, each in its key form; a number with its point is one word. */
export function nameWords(name: string): string[] {
  const plain = withoutArticles(withFormulas(withoutBrackets(name)));
  if (plain.length > LONGEST) return plainWords(plain).map(wordKey);
  const kept = namesInS(plain);
  const words = plainWords(withSigns(plain)).map((word, at, all) =>
    kept.has(word) && !NUMBER.test(all[at + 1] ?? '') ? word : wordKey(word.replaceAll(POINT, '.')),
  );
  return words.map((word, i) => (HOW_MANY.has(words[i - 1] ?? '') ? (HAVING.get(word) ?? word) : word));
}

/** Before a number all are in the singular: DAVIS 2017 is Davis2017, whose letters alone would be one more thing. */
const NUMBER = /^v?\d/;

/** `multi-headed` is `multi-head`, `long-tailed` is `long-tail`. */
const HOW_MANY = new Set(
  'multi single double dual two three four long short fine coarse low lower high heavy large small open'.split(' '),
);
const HAVING = new Map(
  'tail head grain resource layer tier label target end stage scale side'
    .split(' ')
    .map((noun) => [`${noun.replace(/e$/, '')}ed`, noun]),
);

const RELATIONS = '=<>≤≥≠∈⊂∣|';
/** A sign of relation between two things makes a formula of a name; before or behind it is a remnant of one. */
const RELATION = new RegExp(`[${RELATIONS}]+`, 'gu');
/** A variable with an index or a power of letters: `π_i`, `$C_t$`, `\mu_{k}`. */
const INDEXED = /^\$?(?:\p{L}|\\[a-z]+)[_^]\{?\p{L}+\}?\$?$/iu;
const VARIABLE =
  /^\$?(?:\p{Script=Greek}|\\(?:var)?(?:alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega))\$?$/iu;
/** Most names hold nothing else, and one look is enough to tell. */
const NO_FORMULA = /^[a-zA-Z0-9 +-]*$/;
const MAY_BE_FORMULA = new RegExp(`[${RELATIONS}_^\\\\\\p{Script=Greek}]`, 'u');

function withoutRemnants(text: string): string {
  const isRemnant = (at: number) => /\s/.test(text.charAt(at)) || RELATIONS.includes(text.charAt(at));
  let [from, to] = [0, text.length];
  while (from < to && isRemnant(from)) from++;
  while (to > from && isRemnant(to - 1)) to--;
  return text.slice(from, to);
}

/** Formulas are no words: `π_i` is no `PII`, `k<g` no `KG`, `Δ` no `DELTA`. */
function withFormulas(text: string): string {
  if (NO_FORMULA.test(text) || !MAY_BE_FORMULA.test(text) || /\p{L}{4}\P{L}+\p{L}{4}/u.test(text)) return text;
  const plain = withoutRemnants(text);
  if (VARIABLE.test(plain)) return `${plain} variable`;
  if (INDEXED.test(plain)) return plain.replace(/[_^]/, ' index ');
  return /(?<!\\)\p{L}{4}/u.test(plain) ? text : plain.replace(RELATION, ' relation ');
}

/** `LLM-as-a-judge` is `LLM-as-judge`; the letter of `Hepatitis A virus` stands behind no preposition. */
function withoutArticles(text: string): string {
  if (!/[\s-](?:an?|the)[\s-]/.test(text)) return text;
  return text.replace(/(?<=[\s-](?:as|at|by|for|from|in|of|on|to|with)[\s-])(?:an?|the)[\s-]+(?=\p{L})/gu, '');
}

function withSigns(text: string): string {
  if (!/[*∞\\.×&]/.test(text)) return text;
  return (
    text
      // `Tanks & Temples`; the letters of `R&D` stay together.
      .replace(/(?<=\p{L}{2})\s*\\?&\s*(?=\p{L}{2})/gu, ' and ')
      .replace(/[*∞]|\\infty(?!\p{L})/gu, (sign) => (sign === '*' ? ' star ' : ' infinity '))
      .replace(/(?<=\d)\.(?=\d)/g, POINT)
      .replace(/(?<=\d)×(?=\d)/g, 'x')
  );
}

function namesInS(text: string): ReadonlySet<string> {
  if (!text.includes('S')) return NONE;
  const isShouted = /\s/.test(text) && !/\p{Ll}/u.test(text) && /\p{L}{6}/u.test(text);
  return isShouted ? NONE : new Set((text.match(ENDS_IN_S) ?? []).map((word) => word.toLowerCase()));
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Words, or keys of parts of a name, as one key. Two numbers stay two (`Gemma 2 7B` is no `Gemma 27B`); digits with a
 * hyphen or a space between them are a version (`claude-3-5-sonnet`).
 */
export function joinWords(words: readonly string[]): string {
  let key = '';
  for (const word of words) {
    if (/\d$/.test(key) && /^\d/.test(word)) key += /(?:^|\D)\d$/.test(key) && /^\d$/.test(word) ? '.' : '-';
    key += word;
  }
  return key;
}

const keys = new Map<string, string>();

/** The key; empty when the name holds no letter, digit or plus sign. */
export function nameKey(name: string): string {
  const before = keys.get(name);
  if (before !== undefined) return before;
  const key = joinWords(nameWords(name));
  if (keys.size >= KEPT) keys.clear();
  keys.set(name, key);
  return key;
}

/** `Key-Value (KV) cache` without `(KV)`. */
function withoutBrackets(name: string): string {
  if (name.length > LONGEST || !name.includes('(')) return name;
  return name.replace(/^(.+?)\(([^()]+)\)/, (whole, long: string, short: string) =>
    isAcronym(short) && spells(short, long) ? long.trimEnd() : whole,
  );
}

/** Whether the letters of the short form stand in this order in the long one, the first at its beginning. */
export function spells(short: string, long: string): boolean {
  const letters =
    short
      .replace(/(?<=\p{Lu})s$/u, '')
      .toLowerCase()
      .match(/\p{L}/gu) ?? [];
  const text = long.toLowerCase();
  if (letters.length === 0 || !text.startsWith(letters[0] as string)) return false;
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
