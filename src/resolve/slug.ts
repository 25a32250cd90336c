/** The readable part of an entity's id. */

/** Lower-case letters and digits with single hyphens: `KV cache` gives `kv-cache`, `C++` gives `c-plus-plus`. */
export function slug(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\+/g, ' plus ')
    .replace(/#/g, ' sharp ')
    .match(/[\p{L}\p{N}]+/gu);
  return words?.join('-') ?? 'unnamed';
}
