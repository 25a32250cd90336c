/**
 * Resolution: which mentions, in all papers, are the same thing. Names that differ in spelling only are one; so are the
 * forms that a paper itself calls the same (acronym and long form), the wordings of one definition, names that spell an
 * acronym out, and misspellings. An acronym that papers define differently has several senses: a paper's own definition
 * decides, else what the paper speaks of. Names that differ in a number (version, size) are never
 * joined, but a benchmark's year may have two digits or four.
 */
import { byKeys, type CurationEdit, type ExtractionRecord, type SortedRecords, sortRecords } from '../model/index.js';
import { type Curated, curate } from './curate.js';
import { findDefinitions, likelyDefinitions } from './definitions.js';
import { DisjointSets } from './disjoint-sets.js';
import { joinKeys } from './join-keys.js';
import { joinsOf } from './joins.js';
import { type KeyedMention, keyMentions } from './keyed-mention.js';
import { Links } from './links.js';
import { describe, type Sense } from './sense.js';
import { assignShortForms } from './short-forms.js';
import { findStatedDefinitions } from './stated-definitions.js';
import { unifyAbbreviations } from './unify-abbreviations.js';
import { unifyAdditions } from './unify-additions.js';
import { unifyCase } from './unify-case.js';
import { unifyPlurals } from './unify-plurals.js';
import { unifyYears } from './unify-years.js';

export interface Resolution extends Curated {
  /** The sense of an entity of a record, by the paper's id and the entity's name there. */
  senseOf(paperId: string, entityName: string): Sense | undefined;
}

/** @param records in any order, or sorted */
export function resolveEntities(
  records: readonly ExtractionRecord[] | SortedRecords,
  edits: readonly CurationEdit[] = [],
): Resolution {
  const sorted = sortRecords(records);
  const spelled = unifyAdditions(unifyCase(unifyPlurals(keyMentions(sorted))));
  const mentions = unifyAbbreviations(unifyYears(spelled));
  const stated = findStatedDefinitions(mentions, sorted.papers);
  const definitions = findDefinitions(mentions, stated);
  const [sets, links] = [new DisjointSets(), new Links()];
  joinKeys(mentions, definitions, sets, links);
  const keyOf = assignShortForms(mentions, sorted.papers, likelyDefinitions(definitions, mentions), stated, sets);

  const groups = new Map<string, KeyedMention[]>();
  for (const mention of mentions) {
    const key = keyOf(mention);
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  const taken = new Set<string>();
  const senses = [...groups]
    .sort(byKeys(([key]) => key))
    .map(([key, group]) => describe(key, group, joinsOf(group, links), taken));
  senses.sort(byKeys((sense) => sense.id));
  const curated = curate(senses, edits);
  const byPaper = new Map<string, Map<string, Sense>>();
  for (const sense of curated.senses) {
    for (const { paper, name } of sense.mentions) {
      const names = byPaper.get(paper);
      if (names) names.set(name, sense);
      else byPaper.set(paper, new Map([[name, sense]]));
    }
  }
  return { ...curated, senseOf: (paperId, name) => byPaper.get(paperId)?.get(name) };
}
