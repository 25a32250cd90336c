/** Which papers define which short form by which long form, and whether papers mean the same by it. */
import { compareText } from '../model/index.js';
import type { DisjointSets } from './disjoint-sets.js';
import type { Meaning } from './expansions.js';
import { isInitialsOf, repeats } from './initials.js';
import { type KeyedForm, type KeyedMention, wordOfShortKey } from './keyed-mention.js';
import type { StatedDefinitions } from './stated-definitions.js';

/** The long forms of a short form, each with the papers that say so, in the order of their ids. */
export type LongForms = ReadonlyMap<string, readonly string[]>;
/** By the key of the short form. */
export type Definitions = ReadonlyMap<string, LongForms>;

export function findDefinitions(mentions: readonly KeyedMention[], stated: StatedDefinitions): Definitions {
  const definitions = new Map<string, Map<string, string[]>>();
  const add = (short: string, long: string, paper: string) => {
    const longForms = definitions.get(short) ?? new Map<string, string[]>();
    definitions.set(short, longForms);
    const papers = longForms.get(long);
    if (papers === undefined) longForms.set(long, [paper]);
    else if (papers.at(-1) !== paper) papers.push(paper);
  };
  // Mentions come paper by paper; what a record says goes before what only its text says.
  const inRecord = new Set<string>();
  for (const { paper, short, long } of definitionsIn(mentions)) {
    add(short, long.key, paper);
    inRecord.add(`${paper}\n${short}`);
  }
  for (const [paper, ofPaper] of stated) {
    for (const [short, long] of ofPaper) if (!inRecord.has(`${paper}\n${short}`)) add(short, long, paper);
  }
  return definitions;
}

/** What records call the same: the key of each short form beside the long form that says what it is. */
function* definitionsIn(
  mentions: readonly KeyedMention[],
): Generator<{ readonly paper: string; readonly short: string; readonly long: KeyedForm }> {
  for (const { paper, long, short } of mentions) {
    const [first] = long;
    if (first === undefined) continue;
    for (const { key } of short) {
      if (!repeats(first.form, wordOfShortKey(key))) yield { paper, short: key, long: first };
    }
  }
}

/** So many times as many papers as a long form's must give one that spells the acronym out, for it to be a mistake. */
const MUCH_OFTENER = 2;

/**
 * The definitions without what is mostly a mistake: long forms that do not spell the acronym out, where another does in more
 * papers. XGBoost is extreme gradient boosting, as nothing spells it out.
 */
export function likelyDefinitions(definitions: Definitions, mentions: readonly KeyedMention[]): Definitions {
  const [spelled, seen] = [new Set<string>(), new Set<string>()];
  for (const { short, long } of definitionsIn(mentions)) {
    const definition = `${short}\n${long.key}`;
    seen.add(definition);
    if (!spelled.has(definition) && isInitialsOf(wordOfShortKey(short), long.form)) spelled.add(definition);
  }
  return new Map(
    [...definitions].map(([short, longForms]) => {
      // What stands in a text alone is found by its initials (`stated-definitions.ts`).
      const isUnlikely = (long: string) => seen.has(`${short}\n${long}`) && !spelled.has(`${short}\n${long}`);
      const most = Math.max(0, ...[...longForms].map(([long, papers]) => (isUnlikely(long) ? 0 : papers.length)));
      const kept = [...longForms].filter(([long, { length }]) => !isUnlikely(long) || length * MUCH_OFTENER > most);
      return [short, new Map(kept)];
    }),
  );
}

/** How many times papers define the short form of these. */
export function countDefinitions(longForms: LongForms): number {
  return [...longForms.values()].reduce((sum, papers) => sum + papers.length, 0);
}

/** The papers that mean the same, under the root of what they mean. */
export function byMeaning(longForms: LongForms, sets: DisjointSets): Map<string, string[]> {
  const meanings = new Map<string, string[]>();
  for (const [key, papers] of longForms) {
    const root = sets.find(key);
    const known = meanings.get(root);
    if (known) known.push(...papers);
    else meanings.set(root, [...papers]);
  }
  return meanings;
}

/** What papers mean by a short form, each meaning under the long form that most papers write, the commonest first. */
export function meaningsOf(longForms: LongForms, sets: DisjointSets): Meaning[] {
  const defined = countDefinitions(longForms);
  const written = [...longForms].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
  const key = new Map(written.toReversed().map(([long]) => [sets.find(long), long]));
  return [...byMeaning(longForms, sets)]
    .map(([root, papers]) => ({ key: key.get(root) ?? root, share: papers.length / defined, papers }))
    .sort((a, b) => b.papers.length - a.papers.length || compareText(a.key, b.key));
}
