/**
 * Resolution: which mentions, in all papers, are the same thing. Names that fold to the same key are one; so are the
 * forms that a paper itself calls the same (acronym and long form). An acronym that papers define differently has
 * several senses: a paper's own definition decides, and an undefined use joins the one sense on which the corpus
 * agrees, else it stays apart. Names that differ in a number (version, size) are never joined.
 */
import { byKeys, type CurationEdit, compareText, type ExtractionRecord, fold } from '../model/index.js';
import { isAcronym, numberSignature } from './acronym.js';
import { type Curated, curate } from './curate.js';
import { DisjointSets } from './disjoint-sets.js';
import { collectMentions, formsOf, type Mention } from './mention.js';
import { describe, type Sense } from './sense.js';

export interface Resolution extends Curated {
  /** The sense of an entity of a record, by the paper's id and the entity's name there. */
  senseOf(paperId: string, entityName: string): Sense | undefined;
}

/** Share of the defining papers that must agree before an undefined acronym takes their sense. */
const AGREEMENT = 0.8;

interface Keyed extends Mention {
  /** Folded forms that are not acronyms; what the mention surely is. */
  longKeys: string[];
  acronymKeys: string[];
}

export function resolveEntities(records: readonly ExtractionRecord[], edits: readonly CurationEdit[] = []): Resolution {
  const mentions = collectMentions(records).map(keyed);
  const sets = joinLongForms(mentions);
  const meaning = acronymMeanings(mentions, sets);

  const groups = new Map<string, Keyed[]>();
  for (const mention of mentions) {
    const key = groupKey(mention, sets, meaning);
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }

  const taken = new Set<string>();
  const senses = [...groups].sort(byKeys(([key]) => key)).map(([key, group]) => describe(key, group, [], taken));
  senses.sort(byKeys((sense) => sense.id));
  const curated = curate(senses, edits);
  const byMention = new Map(
    curated.senses.flatMap((sense) =>
      sense.mentions.map(({ paper, name }) => [mentionKey(paper, name), sense] as const),
    ),
  );
  return { ...curated, senseOf: (paperId, name) => byMention.get(mentionKey(paperId, name)) };
}

const mentionKey = (paper: string, name: string) => `${paper}\n${name}`;

function keyed(mention: Mention): Keyed {
  const long = new Set<string>();
  const short = new Set<string>();
  for (const form of formsOf(mention)) {
    const key = fold(form);
    if (key) (isAcronym(form) ? short : long).add(key);
  }
  for (const key of long) short.delete(key);
  if (long.size + short.size === 0) long.add(mention.name);
  return { ...mention, longKeys: [...long].sort(compareText), acronymKeys: [...short].sort(compareText) };
}

function joinLongForms(mentions: readonly Keyed[]): DisjointSets {
  const sets = new DisjointSets();
  for (const { longKeys } of mentions) {
    const [first, ...others] = longKeys;
    if (first === undefined) continue;
    sets.add(first);
    for (const [index, key] of longKeys.entries()) {
      for (const other of others.slice(index)) {
        if (numberSignature(key) === numberSignature(other)) sets.union(key, other);
        else sets.add(other);
      }
    }
  }
  return sets;
}

/** For each acronym that papers define, the long form on which enough of them agree. */
function acronymMeanings(mentions: readonly Keyed[], sets: DisjointSets): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { longKeys, acronymKeys } of mentions) {
    const long = longKeys[0];
    if (long === undefined) continue;
    const root = sets.find(long);
    for (const acronym of acronymKeys) {
      const count = votes.get(acronym) ?? new Map<string, number>();
      count.set(root, (count.get(root) ?? 0) + 1);
      votes.set(acronym, count);
    }
  }
  const meaning = new Map<string, string>();
  for (const [acronym, count] of votes) {
    const total = [...count.values()].reduce((sum, n) => sum + n, 0);
    const best = [...count].sort(([a, x], [b, y]) => y - x || compareText(a, b))[0];
    if (best && best[1] >= AGREEMENT * total) meaning.set(acronym, best[0]);
  }
  return meaning;
}

function groupKey(mention: Keyed, sets: DisjointSets, meaning: ReadonlyMap<string, string>): string {
  const long = mention.longKeys.find((key) => numberSignature(key) === numberSignature(mention.name));
  const known = long ?? mention.longKeys[0];
  if (known !== undefined) return sets.find(known);
  const acronym = mention.acronymKeys[0] ?? fold(mention.name);
  return meaning.get(acronym) ?? sets.find(acronym);
}
