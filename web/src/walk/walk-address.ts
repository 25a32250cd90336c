/**
 * The walk in the address: `?open=technique:grpo a3B12&hidden=…&only=…&pin=…&marked=…`. What was expanded is written with ids
 * and, for each type of link, a letter (small where it leads away, capital where it leads here) and how many are drawn; all
 * else with short keys, one after the other.
 */
import { EDGE_TYPES } from '../../../src/model/vocabulary.js';
import { KEY_LENGTH } from './short-key.js';
import { type Expansion, type GroupKey, groupKey, NO_WALK, type Place, type Walk } from './walk.js';

const KEYS = ['open', 'hidden', 'only', 'pin', 'marked'] as const;
const A = 'a'.charCodeAt(0);
/** A hand-made address is not to ask for the world. */
const MOST = 2_000;
/** A short key, and a place within what a drawing can be: what is written with an exponent could not be read again. */
const PIN = /^([\w-]{6})(-?\d{1,9}(?:\.\d{1,2})?)x(-?\d{1,9}(?:\.\d{1,2})?)$/;

/** Writes the walk into the query, in the place of the one that it holds. */
export function writeWalk(query: URLSearchParams, { expanded, hidden, kept, pinned, marked }: Walk): void {
  for (const key of KEYS) query.delete(key);
  const set = (key: (typeof KEYS)[number], value: string) => {
    if (value !== '') query.set(key, value);
  };
  set('open', [...expanded].map(([id, expansion]) => `${id} ${writeExpansion(expansion)}`).join(' '));
  set('hidden', [...hidden].join(''));
  if (kept) query.set('only', [...kept].join(''));
  set('pin', [...pinned].map(([key, [x, y]]) => `${key}${x}x${y}`).join(' '));
  set('marked', [...marked].join(''));
}

/** What cannot be read is left out. */
export function readWalk(query: URLSearchParams): Walk {
  if (!KEYS.some((key) => query.has(key))) return NO_WALK;
  const keys = (key: (typeof KEYS)[number]) => new Set(query.get(key)?.match(/[\w-]{6}/g) ?? []);
  const open = query.get('open')?.split(' ') ?? [];
  const expanded = new Map<string, Expansion>();
  for (let i = 0; i + 1 < open.length; i += 2) expanded.set(open[i] ?? '', readExpansion(open[i + 1] ?? ''));
  const pinned = new Map<string, Place>();
  for (const pin of query.get('pin')?.split(' ') ?? []) {
    const [, key = '', x, y] = PIN.exec(pin) ?? [];
    if (key.length === KEY_LENGTH) pinned.set(key, [Number(x), Number(y)]);
  }
  return {
    expanded,
    hidden: keys('hidden'),
    kept: query.has('only') ? keys('only') : undefined,
    pinned,
    marked: keys('marked'),
  };
}

function writeExpansion(expansion: Expansion): string {
  const parts: string[] = [];
  for (const [index, type] of EDGE_TYPES.entries()) {
    const letter = String.fromCharCode(A + index);
    const out = expansion.get(groupKey({ type, direction: 'out' })) ?? 0;
    const back = expansion.get(groupKey({ type, direction: 'in' })) ?? 0;
    if (out > 0) parts.push(`${letter}${out}`);
    if (back > 0) parts.push(`${letter.toUpperCase()}${back}`);
  }
  return parts.join('') || '-';
}

function readExpansion(text: string): Expansion {
  const expansion = new Map<GroupKey, number>();
  for (const [, letter = '', count] of text.matchAll(/([a-z])(\d+)/gi)) {
    const type = EDGE_TYPES[letter.toLowerCase().charCodeAt(0) - A];
    const direction = letter === letter.toLowerCase() ? 'out' : 'in';
    if (type) expansion.set(groupKey({ type, direction }), Math.min(MOST, Number(count)));
  }
  return expansion;
}
