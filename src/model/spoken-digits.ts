/** Digits that stand for a word which sounds like them, between capitals: `T2V` is text-to-video. */
export const SPOKEN_DIGITS: Readonly<Record<string, string>> = { 2: 'to', 4: 'for' };

const BETWEEN_CAPITALS = /(?<=\b[A-Z]{1,2})[24](?=[A-Z]{1,3}s?\b)/g;

/** @param as what comes in the place of each such digit, by default the word */
export function spellDigits(
  text: string,
  as: (digit: string) => string = (digit) => SPOKEN_DIGITS[digit] ?? digit,
): string {
  return text.replace(BETWEEN_CAPITALS, as);
}
