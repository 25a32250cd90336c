/**
 * Labels, types and properties in small or capital letters: they differ in Neo4j, and not for the embedded database, which
 * would answer what Neo4j finds nothing for.
 */
import { EDGE_PROPERTIES, NODE_PROPERTIES } from '../../properties.js';
import type { Labels } from './parse/syntax.js';
import type { Translation } from './translation.js';

const LABELS = Object.keys(NODE_PROPERTIES);
const TYPES = Object.keys(EDGE_PROPERTIES);
const keysOf = (tables: Readonly<Record<string, Readonly<Record<string, unknown>>>>) =>
  new Set(Object.values(tables).flatMap((columns) => Object.keys(columns)));
const PROPERTIES = new Set([...keysOf(NODE_PROPERTIES), ...keysOf(EDGE_PROPERTIES)]);

/** @throws QueryError `syntax` for a label or a type that the graph has not */
export function checkLabels(t: Translation, labels: Labels, at: number, of: 'label' | 'type'): void {
  if (labels.is === 'and' || labels.is === 'or') for (const part of labels.of) checkLabels(t, part, at, of);
  if (labels.is !== 'name') return;
  const { name } = labels;
  const known = of === 'label' ? LABELS : TYPES;
  if (known.includes(name)) return;
  const meant = sameLetters(known, name);
  t.refuse(
    Math.max(at, t.text.indexOf(name, at)),
    `there is no ${of} ${name}: ${meant === undefined ? `the ${of}s are ${known.join(', ')}` : `it is written ${meant}`}`,
  );
}

/** @throws QueryError `syntax` for what is read by a property's name in other letters, and is no key of a map in the query */
export function checkKey(t: Translation, key: string, at: number): void {
  const isMapKey = () => new RegExp(`\\b${key}\`?\\s*:`).test(t.text);
  if (otherThan(key) !== undefined && !isMapKey()) checkProperty(t, key, at);
}

/** @throws QueryError `syntax` for the name of a property in other letters than its own */
export function checkProperty(t: Translation, key: string, at: number): void {
  const meant = otherThan(key);
  if (meant === undefined) return;
  t.refuse(Math.max(at, t.text.indexOf(key, at)), `there is no property ${key}: it is written ${meant}`);
}

/** The property that a key is but for its letters. */
function otherThan(key: string): string | undefined {
  return PROPERTIES.has(key) ? undefined : sameLetters(PROPERTIES, key);
}

function sameLetters(known: Iterable<string>, name: string): string | undefined {
  const lower = name.toLowerCase();
  return [...known].find((one) => one.toLowerCase() === lower);
}
