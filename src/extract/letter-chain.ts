/** Words that an acronym tells by their beginnings, one after the other, none left out but function words. */
import type { Token } from './tokenise.js';

export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
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

/** A word, or a part of a hyphenated one. */
export interface Part {
  readonly text: string;
  readonly token: number;
  /** It begins, or ends, its token. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** Adds the parts of a token to those of a stretch of text. */
export function addParts(parts: Part[], { lower }: Token, token: number): void {
  if (!lower.includes('-')) {
    parts.push({ text: lower, token, begins: true, ends: true });
    return;
  }
  const texts = lower.split('-').filter((text) => text !== '');
  texts.forEach((text, i) => {
    parts.push({ text, token, begins: i === 0, ends: i === texts.length - 1 });
  });
}

/**
 * The letters and digits of an acronym in the ways that they may be meant: as they are, a digit spoken ("P2BNet": point to
 * box) or as often as the letter before it ("M2AD": multi-view multi-illumination).
 */
export function readingsOf(short: string): string[] {
  const letters = short.replace(/(?<=\p{Lu})s$/u, '').replace(/[^\p{L}\p{N}]/gu, '');
  if (!/(?<=\p{L})[2-4]/u.test(letters)) return [letters];
  const spoken = letters.replace(/(?<=\p{L})[24](?=\p{L})/gu, (digit) => (digit === '2' ? 'to' : 'for'));
  const repeated = letters.replace(/(\p{L})([2-4])/gu, (_, letter: string, times: string) =>
    letter.repeat(Number(times)),
  );
  return [letters, spoken, repeated];
}

/**
 * The number of the part behind the last one, when the letters are the beginnings of parts from number `from` on. Where `lenient`, of
 * a hyphenated word only the first part need be told: "Resource-efficient Dual-mask Training" is RDT.
 *
 * @param letters as {@link readingsOf} gives them
 */
export function endOfChain(
  parts: readonly Part[],
  from: number,
  letters: string,
  lenient: boolean,
): number | undefined {
  return followChain({ parts, letters, lower: letters.toLowerCase(), lenient, failed: new Set() }, from, 0);
}

interface Chain {
  readonly parts: readonly Part[];
  readonly letters: string;
  readonly lower: string;
  readonly lenient: boolean;
  /** Where it led nowhere: "a a a a" may be told, or left out, in as many ways as there are subsets. */
  readonly failed: Set<number>;
}

function followChain(chain: Chain, i: number, at: number): number | undefined {
  const { parts, letters, lenient, failed } = chain;
  if (at === letters.length) return parts[i - 1]?.ends ? i : lenient ? endOfToken(parts, i) : undefined;
  const part = parts[i];
  const place = at * (parts.length + 1) + i;
  if (part === undefined || failed.has(place)) return undefined;
  const end = tellPart(chain, part, i, at);
  if (end === undefined) failed.add(place);
  return end;
}

function tellPart(chain: Chain, part: Part, i: number, at: number): number | undefined {
  const { letters, lower, lenient } = chain;
  for (let count = sharedPrefix(part.text, lower, at); count > 0; count--) {
    // A word takes one capital and the small letters behind it; one with a digit ("3D") as many as it has.
    if (!/^\p{N}/u.test(part.text) && /[\p{Lu}\p{N}]/u.test(letters.slice(at + 1, at + count))) continue;
    const end = followChain(chain, i + 1, at + count);
    if (end !== undefined) return end;
  }
  // "Extended Reality" is XR.
  if (lower[at] === 'x' && part.text.startsWith('ex')) return followChain(chain, i + 1, at + 1);
  const passable = at > 0 && (FUNCTION_WORDS.has(part.text) || (lenient && !part.begins));
  return passable ? followChain(chain, i + 1, at) : undefined;
}

/** The part at which the next word begins. */
function endOfToken(parts: readonly Part[], i: number): number {
  let end = i;
  while (parts[end]?.begins === false) end++;
  return end;
}

function sharedPrefix(text: string, lower: string, at: number): number {
  let count = 0;
  while (count < text.length && at + count < lower.length && text[count] === lower[at + count]) count++;
  return count;
}
