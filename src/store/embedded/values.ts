/** Values of the embedded database as the JSON of the store's interface. */
import { QueryError } from '../../model/index.js';
import type { Json } from '../store.js';

/** The driver has rounded a 64-bit integer: better no digits than wrong ones. */
export class RoundedInteger extends QueryError {
  constructor(column: string) {
    super(
      'too-large',
      `an integer in ${column} is beyond 2^53 and would be rounded: return it as text, CAST(… AS STRING)`,
    );
  }
}

/** The type by which the driver tells all digits of a column's integers; undefined where there are none to lose. */
export function exactType(type: string): string | undefined {
  return /INT64/.test(type) && !/^(?:NODE|REL|RECURSIVE_REL)\b/.test(type)
    ? type.replace(/U?INT64/g, 'INT128')
    : undefined;
}

/**
 * @param type the column's type as the database names it
 * @throws RoundedInteger
 */
export function toJson(value: unknown, type: string, column: string): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return numberToJson(value, type, column);
  if (typeof value === 'bigint') {
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : String(value);
  }
  if (value instanceof Date) return /^DATE\b/.test(type) ? value.toISOString().slice(0, 10) : value.toISOString();
  if (Buffer.isBuffer(value)) return value.toString('base64');
  if (Array.isArray(value)) {
    const inner = type.endsWith('[]') ? type.slice(0, -2) : '';
    return value.map((item) => toJson(item, inner, column));
  }
  if (typeof value !== 'object') return String(value);
  return objectToJson(value as Record<string, unknown>, type, column);
}

function numberToJson(value: number, type: string, column: string): Json {
  if (!Number.isFinite(value)) return null;
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER && /INT/.test(type) && !/DOUBLE|FLOAT/.test(type)) {
    throw new RoundedInteger(column);
  }
  return value;
}

/**
 * What the tables keep of a relationship beside its properties: its ends, of which the driver gives only internal numbers,
 * and a list of evidence as JSON, as it becomes text in a query that also matches types whose evidence is one string.
 */
export const HIDDEN = { source: '_source', target: '_target', evidence: '_evidence' } as const;

/** `_properties` and `_keys` stand for a node's or relationship's own, which the translation cannot list. */
function objectToJson(value: Record<string, unknown>, type: string, column: string): Json {
  if (Array.isArray(value._nodes) && Array.isArray(value._rels)) {
    return {
      $: 'path',
      nodes: value._nodes.map((node) => toJson(node, 'NODE', column)),
      relationships: value._rels.map((relationship) => toJson(relationship, 'REL', column)),
    };
  }
  if ('_label' in value && '_src' in value) {
    const properties = plain(value, column);
    const { [HIDDEN.source]: source, [HIDDEN.target]: target, [HIDDEN.evidence]: evidence, ...rest } = properties;
    if (typeof evidence === 'string') rest.evidence = JSON.parse(evidence) as Json;
    return {
      $: 'relationship',
      type: String(value._label),
      source: source ?? null,
      target: target ?? null,
      properties: rest,
    };
  }
  if ('_label' in value && '_id' in value) {
    return { $: 'node', id: String(value.id), label: String(value._label), properties: plain(value, column) };
  }
  if ('_properties' in value) {
    const { _properties: all, ...rest } = value;
    const of = all === null ? null : toJson(all, '', column);
    if (of === null) return null;
    return { ...(of as { properties: { [key: string]: Json } }).properties, ...structToJson(rest, type, column) };
  }
  if ('_keys' in value) {
    const of = toJson(value._keys, '', column) as { [key: string]: Json } | null;
    // A node or a relationship, or a map.
    return of === null ? null : Object.keys(typeof of['$'] === 'string' ? (of['properties'] as object) : of);
  }
  if ('_either0' in value) return toJson(Object.values(value).find((item) => item !== null) ?? null, '', column);
  if ('_items0' in value) return Object.values(value).map((item) => toJson(item, '', column));
  if (type === 'INTERNAL_ID') return `${value.table}:${value.offset}`;
  return structToJson(value, type, column);
}

function structToJson(value: Record<string, unknown>, type: string, column: string): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, typeOfItem(type), column)]));
}

/** Within a struct or a map the types of the items are not told apart: any integer there counts as one. */
function typeOfItem(type: string): string {
  return /^(?:STRUCT|MAP)/.test(type) ? type.replace(/^\w+/, '') : '';
}

const INTERNAL = new Set(['_label', '_id', '_src', '_dst']);

/** Properties that are there: the tables hold null for every absent one. */
function plain(value: Record<string, unknown>, column: string): Record<string, Json> {
  const properties: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) {
    if (!INTERNAL.has(key) && item !== null && item !== undefined) properties[key] = toJson(item, '', column);
  }
  return properties;
}
