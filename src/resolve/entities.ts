/**
 * Resolution: which mentions, in all papers, are the same thing. Names that fold to the same key are one; so are the
 * forms that a paper itself calls the same (acronym and long form). An acronym that papers define differently has
 * several senses: a paper's own definition decides, and an undefined use joins the one sense on which the corpus
 * agrees, else it stays apart. Names that differ in a number (version, size) are never joined.
 */
import { byKeys, compareText, type EntityType, type ExtractionRecord, fold } from '../model/index.js';
import { isAcronym, numberSignature } from './acronym.js';
import { DisjointSets } from './disjoint-sets.js';
import { slug } from './slug.js';

/** One thing under all its names. */
export interface Sense {
  readonly id: string;
  readonly label: EntityType;
  readonly name: string;
  /** Every other form that the papers use, sorted. */
  readonly aliases: readonly string[];
}

export interface Resolution {
  /** Sorted by id. */
  readonly senses: readonly Sense[];
  /** The sense of an entity of a record, by the paper's id and the entity's name there. */
  senseOf(paperId: string, entityName: string): Sense | undefined;
}

/** Share of the defining papers that must agree before an undefined acronym takes their sense. */
const AGREEMENT = 0.8;

interface Mention {
  paper: string;
  name: string;
  type: EntityType;
  confidence: number;
  surfaces: readonly string[];
  /** Folded forms that are not acronyms; what the mention surely is. */
  longKeys: string[];
  acronymKeys: string[];
}

export function resolveEntities(records: readonly ExtractionRecord[]): Resolution {
  const mentions = collectMentions(records);
  const sets = joinLongForms(mentions);
  const meaning = acronymMeanings(mentions, sets);

  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = groupKey(mention, sets, meaning);
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }

  const senses: Sense[] = [];
  const taken = new Set<string>();
  const byMention = new Map<string, Sense>();
  for (const [key, group] of [...groups].sort(byKeys(([key]) => key))) {
    const sense = describe(key, group, taken);
    senses.push(sense);
    for (const mention of group) byMention.set(mentionKey(mention.paper, mention.name), sense);
  }
  senses.sort(byKeys((sense) => sense.id));
  return { senses, senseOf: (paperId, name) => byMention.get(mentionKey(paperId, name)) };
}

const mentionKey = (paper: string, name: string) => `${paper}\n${name}`;

function collectMentions(records: readonly ExtractionRecord[]): Mention[] {
  const mentions: Mention[] = [];
  for (const { paper, entities } of records) {
    for (const { name, type, confidence, surfaces } of entities) {
      const long = new Set<string>();
      const short = new Set<string>();
      for (const form of [name, ...surfaces]) {
        const key = fold(form);
        if (key) (isAcronym(form) ? short : long).add(key);
      }
      for (const key of long) short.delete(key);
      if (long.size + short.size === 0) long.add(name);
      mentions.push({
        paper: paper.id,
        name,
        type,
        confidence,
        surfaces,
        longKeys: [...long].sort(compareText),
        acronymKeys: [...short].sort(compareText),
      });
    }
  }
  return mentions;
}

function joinLongForms(mentions: readonly Mention[]): DisjointSets {
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
function acronymMeanings(mentions: readonly Mention[], sets: DisjointSets): Map<string, string> {
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

function groupKey(mention: Mention, sets: DisjointSets, meaning: ReadonlyMap<string, string>): string {
  const long = mention.longKeys.find((key) => numberSignature(key) === numberSignature(mention.name));
  const known = long ?? mention.longKeys[0];
  if (known !== undefined) return sets.find(known);
  const acronym = mention.acronymKeys[0] ?? fold(mention.name);
  return meaning.get(acronym) ?? sets.find(acronym);
}

function describe(key: string, group: readonly Mention[], taken: Set<string>): Sense {
  const labels = new Map<EntityType, number>();
  const names = new Map<string, number>();
  const forms = new Set<string>();
  for (const { type, confidence, name, surfaces } of group) {
    labels.set(type, (labels.get(type) ?? 0) + confidence);
    names.set(name, (names.get(name) ?? 0) + confidence);
    for (const form of [name, ...surfaces]) forms.add(form);
  }
  const label = winner(labels);
  const name = asMostPapersWrite(winner(names), group);
  forms.delete(name);
  return { id: freeId(label, name, key, taken), label, name, aliases: [...forms].sort(compareText) };
}

/**
 * `transformer` is `Transformer` where more papers write it so; only the case of the name is put to this vote. Names of
 * several words stay out of it: titles capitalise them.
 */
function asMostPapersWrite(name: string, group: readonly Mention[]): string {
  if (/[\s-]/.test(name)) return name;
  const uses = new Map([[name, 0]]);
  for (const { surfaces } of group) {
    const written = surfaces.filter((surface) => surface.toLowerCase() === name.toLowerCase());
    for (const surface of written) uses.set(surface, (uses.get(surface) ?? 0) + 1);
  }
  const most = Math.max(...uses.values());
  return uses.get(name) === most ? name : winner(uses);
}

/** The highest sum wins; equal sums are decided by the order of the text. */
function winner<T extends string>(sums: ReadonlyMap<T, number>): T {
  // Sums of the same confidences in another order may differ in the last bits: compare them rounded.
  const rounded = (sum: number) => Math.round(sum * 1e6);
  const best = [...sums].sort(([a, x], [b, y]) => rounded(y) - rounded(x) || compareText(a, b))[0];
  if (!best) throw new RangeError('a sense without a mention');
  return best[0];
}

/** The label and a slug of the name; a second sense of the name takes a suffix made from its definition. */
function freeId(label: EntityType, name: string, key: string, taken: Set<string>): string {
  const plain = `${label.toLowerCase()}:${slug(name)}`;
  let id = plain;
  for (let n = 1; taken.has(id); n++) id = n === 1 ? `${plain}:${key}` : `${plain}:${key}:${n}`;
  taken.add(id);
  return id;
}
