/** Hashes for features and tables: 32-bit FNV-1a over UTF-16 code units, and the mixing of numbers into one slot. */

/** The hash of the empty text, from which `extendHash` starts. */
export const EMPTY_HASH = 0x811c9dc5 | 0;

export function hashText(text: string): number {
  return extendHash(EMPTY_HASH, text);
}

/** The hash of a text with another behind it, from the hash of the first. */
export function extendHash(hash: number, text: string): number {
  let extended = hash;
  for (let i = 0; i < text.length; i++) extended = extendHashBy(extended, text.charCodeAt(i));
  return extended;
}

/** The hash of a text with one more code unit. */
export function extendHashBy(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Mixes a template's number with up to two values into a slot of a table of `2 ** bits`. */
export function slot(template: number, a: number, b: number, bits: number): number {
  let hash =
    Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b) ^ Math.imul((b << 13) | (b >>> 19), 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> (32 - bits);
}
