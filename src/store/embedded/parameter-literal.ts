/** Parameters as literals, where the driver does not tell the database of what they are. */
import type { Json } from '../store.js';
import { quoteName, quoteText } from './dialect/translation.js';

/** Whether a parameter is to be written out: null, an empty list, and lists of maps or of lists, which the driver cannot type. */
export function isWrittenOut(value: Json): boolean {
  if (value === null) return true;
  return (
    Array.isArray(value) && (value.length === 0 || value.some((item) => item !== null && typeof item === 'object'))
  );
}

/** Maps of one list must have the same keys for the database, and of the same types: what one lacks is a null of its type. */
export function literalOf(value: Json): string {
  if (typeof value === 'string') return quoteText(value);
  if (!Array.isArray(value)) return isMap(value) ? mapOf(value, new Map(Object.entries(value))) : String(value);
  const examples = new Map<string, Json>();
  for (const item of value) {
    if (!isMap(item)) continue;
    for (const [key, one] of Object.entries(item)) examples.set(key, examples.get(key) ?? one);
  }
  return `[${value.map((item) => (isMap(item) ? mapOf(item, examples) : literalOf(item))).join(', ')}]`;
}

function isMap(value: Json | undefined): value is { [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function mapOf(map: { [key: string]: Json }, examples: ReadonlyMap<string, Json>): string {
  const entries = [...examples].map(([key, example]) => {
    const value = map[key] ?? null;
    return `${quoteName(key)}: ${value === null ? nullLike(example) : literalOf(value)}`;
  });
  return `{${entries.join(', ')}}`;
}

function nullLike(example: Json): string {
  const [item] = Array.isArray(example) ? example : [example];
  const type = { string: 'STRING', number: Number.isInteger(item) ? 'INT64' : 'DOUBLE', boolean: 'BOOL' }[
    typeof item as string
  ];
  return type === undefined ? 'null' : `CAST(null AS ${type}${Array.isArray(example) ? '[]' : ''})`;
}
