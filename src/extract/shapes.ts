/** The shapes of words, and how far a shape speaks for a proper name. */

/** Coarse classes of a word's form; the numbers are part of the shipped weights. */
export const SHAPES = {
  lower: 0,
  title: 1,
  upper: 2,
  /** A capital inside: "LoRA", "vLLM", "fMRI". */
  inner: 3,
  /** Letters and digits: "GPT4", "Qwen3". */
  digits: 4,
  /** Capitals and hyphens: "MoRE-Brain", "SWE-bench". */
  hyphenName: 5,
  /** Hyphens, digits and capitals: "Qwen3-8B". */
  version: 6,
  /** Lower case with hyphens: "chain-of-thought". */
  hyphenLower: 7,
  /** Words in title case joined by hyphens: "Mixture-of-Experts". */
  hyphenTitle: 8,
  number: 9,
  mark: 10,
  single: 11,
  other: 12,
} as const;
export type Shape = (typeof SHAPES)[keyof typeof SHAPES];

export function shapeOf(word: string): Shape {
  if (!/[\p{L}\p{N}]/u.test(word)) return SHAPES.mark;
  if (!/\p{L}/u.test(word)) return SHAPES.number;
  if (/^\p{L}$/u.test(word)) return SHAPES.single;
  const capitals = /\p{Lu}/u.test(word);
  const digits = /\p{N}/u.test(word);
  if (word.includes('-')) {
    if (digits && capitals) return SHAPES.version;
    if (!capitals) return digits ? SHAPES.digits : SHAPES.hyphenLower;
    if (/^\p{Lu}?\p{Ll}+(?:-\p{Lu}?\p{Ll}+)+$/u.test(word)) return SHAPES.hyphenTitle;
    return SHAPES.hyphenName;
  }
  if (digits) return capitals ? SHAPES.version : SHAPES.digits;
  if (!capitals) return SHAPES.lower;
  if (/^\p{Lu}+$/u.test(word)) return SHAPES.upper;
  if (/^\p{Lu}[\p{Ll}'’]+$/u.test(word)) return SHAPES.title;
  if (/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(word)) return SHAPES.inner;
  return SHAPES.other;
}

/** Whether the form alone says "proper name", wherever in a sentence the word stands. */
export function looksNamed(shape: Shape): boolean {
  return (
    shape === SHAPES.inner ||
    shape === SHAPES.upper ||
    shape === SHAPES.version ||
    shape === SHAPES.hyphenName ||
    shape === SHAPES.digits
  );
}
