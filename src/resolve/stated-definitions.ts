/**
 * Definitions that stand in a paper's text but not in its record: of an acronym inside a name (`key-value (KV) cache`), and
 * of one whose long form the extractor did not take for a name. Only initials count here, so that nothing else is caught.
 */
import { type Paper, paperText, SPOKEN_DIGITS } from '../model/index.js';
import { type KeyedMention, toShortKey } from './keyed-mention.js';
import { nameKey } from './name-key.js';
import { isAcronym } from './shapes.js';

/** The key of the long form, by paper and by the key of the short form. */
export type StatedDefinitions = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Characters before the bracket in which the long form is looked for. */
const REACH = 120;
const FUNCTION_WORDS = new Set([
  'a',
  'an',
  'and',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'via',
  'with',
]);

export function findStatedDefinitions(mentions: readonly KeyedMention[], papers: readonly Paper[]): StatedDefinitions {
  const texts = new Map(papers.map((paper) => [paper.id as string, paper]));
  const acronymsIn = new Map<string, readonly string[]>();
  const knownAcronyms = (form: string): readonly string[] => {
    const acronyms = acronymsIn.get(form) ?? form.split(/[\s/-]+/).filter(isAcronym);
    acronymsIn.set(form, acronyms);
    return acronyms;
  };
  const found = new Map<string, Map<string, string>>();
  for (const { paper, long, short } of mentions) {
    const inside = long.flatMap(({ form }) => knownAcronyms(form));
    const alone = long.length === 0 ? short.map(({ form }) => form) : [];
    const source = texts.get(paper);
    if (source === undefined || inside.length + alone.length === 0) continue;
    for (const acronym of new Set([...inside, ...alone])) {
      const stated = longFormOf(acronym, paperText(source));
      if (stated === undefined) continue;
      const ofPaper = found.get(paper) ?? new Map<string, string>();
      found.set(paper, ofPaper.set(toShortKey(nameKey(acronym)), nameKey(stated)));
    }
  }
  return found;
}

/** The words before `(acronym)` whose initials are its letters, but for function words; undefined where there are none. */
function longFormOf(acronym: string, text: string): string | undefined {
  const short = acronym.replace(/(?<=\p{Lu})s$/u, '');
  const at = [`(${short})`, `(${short}s)`].map((bracket) => text.indexOf(bracket)).find((index) => index >= 0);
  if (at === undefined) return undefined;
  const before = text.slice(Math.max(0, at - REACH), at);
  const words = [...before.matchAll(/[\p{L}\p{N}]+/gu)];
  let left = short.length;
  for (const { 0: word, index } of words.reverse()) {
    const letter = short[left - 1] ?? '';
    if (word[0]?.toLowerCase() === letter.toLowerCase() || word.toLowerCase() === SPOKEN_DIGITS[letter]) left--;
    else if (!FUNCTION_WORDS.has(word.toLowerCase())) return undefined;
    if (left === 0) return before.slice(index).trim();
  }
  return undefined;
}
