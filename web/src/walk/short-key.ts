/** A node's id in six characters, so that an address can name hundreds: made of the id alone, it outlives a rebuild. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
export const KEY_LENGTH = 6;

const known = new Map<string, string>();

/** 36 bits of two FNV-1a hashes: among 75,000 ids two are alike in one graph of 25. */
export function shortKey(id: string): string {
  const before = known.get(id);
  if (before !== undefined) return before;
  let a = 0x811c9dc5;
  let b = 0x050c5d1f;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  let key = '';
  for (const [hash, digits] of [[a ^ (a >>> 15), 3] as const, [b ^ (b >>> 15), 3] as const]) {
    for (let i = 0; i < digits; i++) key += ALPHABET.charAt((hash >>> (6 * i)) & 63);
  }
  known.set(id, key);
  return key;
}
