/**
 * A short readable title for a paper whose source gives none: what it says it proposes (`NAME: a so-and-so`), else the
 * beginning of its first sentence. It serves for showing only; the text of the paper does not contain it.
 */

const MAX_WORDS = 12;
/** Sentences beyond these are not looked at. */
const MAX_TEXT = 6_000;
/** Of what a sentence proposes, as much as a title can hold. */
const MAX_OFFER = 300;

const VERB =
  '(?:propose|introduce|present|develop|design|build|release|describe|devise|contribute|formulate|unveil)(?:s|d)?';
const SUBJECT =
  '(?:we(?: \\w+ly)?(?: \\w+)?|(?:this|the present) (?:paper|work|study|article|report|survey)(?: \\w+ly)?)';
const PROPOSES = new RegExp(`\\b${SUBJECT} ${VERB},? +(.+)`, 'iu');
/** `OScaR`, `Prefilling-dLLM`, `Adaptive Importance Sampling (AIS)`: words that begin with or hold a capital or digit. */
const NAME_WORD = '(?:(?=\\p{L}*[\\p{Lu}\\p{N}])[\\p{L}\\p{N}](?:[\\p{L}\\p{N}+./_-]*[\\p{L}\\p{N}+])?)';
const NAMED = new RegExp(
  `^(${NAME_WORD}(?:(?: of| for| and| the|) ${NAME_WORD}){0,6}(?: \\([^()]{1,60}\\))?)(?:,| is| -| –|:|—)? ((?:an?|the|our|which is an?) .+)$`,
  'u',
);
const CALLED = new RegExp(
  `^(an? .+?),? (?:\\(?called|named|termed|dubbed|which we call|that we call|namely) (${NAME_WORD}(?: ${NAME_WORD}){0,5}(?: \\([^()]{1,40}\\))?)`,
  'u',
);
const NAME_ALONE = new RegExp(
  `^(${NAME_WORD}(?:(?: of| for| and|) ${NAME_WORD}){0,6}(?: \\([^()]{1,60}\\))?)(?=[,.;:—– ]|$)`,
  'u',
);
/** Where the description of a thing ends and the account of what it does begins. */
const END_OF_PHRASE =
  /(?:,|;|:|\.(?:\s|$)| \(| –| —| (?:that|which|who|where|whose|while|whereby|aimed|aiming|designed|by|using|consisting|comprising|to|with|through|via|driven|built)\b)/gu;

/** @returns at least one word, at most about twelve, without a full stop at the end */
export function titleFromAbstract(abstract: string): string {
  const sentences = abstract.slice(0, MAX_TEXT).split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}“"(])/u);
  for (const sentence of sentences) {
    const offered = PROPOSES.exec(sentence)?.[1]?.slice(0, MAX_OFFER);
    const title = offered === undefined ? undefined : titleOfOffer(offered);
    if (title !== undefined) return title;
  }
  return shorten(
    (sentences[0] ?? abstract).replace(/^(?:In this (?:paper|work|study|article)|Recently|However),? /u, ''),
  );
}

function titleOfOffer(offered: string): string | undefined {
  const called = CALLED.exec(offered);
  if (called?.[1] !== undefined && called[2] !== undefined)
    return `${called[2]}: ${shorten(phrase(called[1], 3), lowerFirst)}`;
  const named = NAMED.exec(offered);
  if (named?.[1] !== undefined && named[2] !== undefined) {
    const description = phrase(named[2].replace(/^which is /, '').replace(/^our /, 'a '), 3);
    return words(description).length > 1 ? `${named[1]}: ${shorten(description, lowerFirst)}` : named[1];
  }
  const name = NAME_ALONE.exec(offered)?.[1];
  if (name !== undefined && /\p{L}\p{L}/u.test(name)) return shorten(name);
  const description = phrase(offered, 6);
  return /^(?:an?|the|two|three|several|new|novel) /i.test(description) && words(description).length > 3
    ? shorten(description)
    : undefined;
}

/** Up to the first end of a phrase that leaves enough words to say something. */
function phrase(text: string, enough: number): string {
  for (const { index } of text.matchAll(END_OF_PHRASE)) {
    if (words(text.slice(0, index)).length >= enough) return text.slice(0, index);
  }
  return text;
}

const words = (text: string) => text.trim().split(/\s+/);
const upperFirst = (text: string) => text.replace(/^\p{Ll}(?!\p{Lu})/u, (letter) => letter.toUpperCase());
const lowerFirst = (text: string) => text.replace(/^(?:An?|The)(?= )/, (word) => word.toLowerCase());

/** At most twelve words; a cut shows, and does not leave an article or a preposition hanging. */
function shorten(text: string, start: (text: string) => string = upperFirst): string {
  const all = words(text.replace(/(?<![.,;:!])[.,;:!]+$/, ''));
  if (all.length <= MAX_WORDS) return start(all.join(' '));
  const kept = all.slice(0, MAX_WORDS);
  while (
    kept.length > 1 &&
    /^(?:a|an|the|of|for|and|or|in|on|to|with|by|from|at|as|is|are|that)$/i.test(kept.at(-1) ?? '')
  )
    kept.pop();
  return `${start(kept.join(' ').replace(/(?<![.,;:])[.,;:]+$/, ''))}…`;
}
