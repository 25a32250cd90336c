/** The one file that imports Neo4j's driver: connecting, and values to and from JSON. */
import neo4j, {
  type Driver,
  isInt,
  isNode,
  isPath,
  isRelationship,
  Neo4jError,
  type Node,
  type Plan,
  type Record,
  type Relationship,
} from 'neo4j-driver';
import type { Json } from '../store.js';

export { type Driver, Neo4jError, type Plan, type Record };
export const READ = neo4j.session.READ;
/** A whole number as the server's integer. */
export const integer = (value: number) => neo4j.int(value);

export interface Neo4jSettings {
  /** `bolt://`, `neo4j://`, or one of them with `+s` for TLS. */
  url: string;
  user: string;
  password: string;
  /** Name of the database; the server's default where absent. */
  database?: string;
}

/** @param retryMs how long a managed transaction is tried again; by default as long as the driver does */
export function connect({ url, user, password }: Neo4jSettings, retryMs?: number): Driver {
  return neo4j.driver(url, neo4j.auth.basic(user, password), {
    maxConnectionPoolSize: 20,
    connectionAcquisitionTimeout: 60_000,
    connectionTimeout: 30_000,
    disableLosslessIntegers: false,
    userAgent: 'stemma',
    ...(retryMs === undefined ? {} : { maxTransactionRetryTime: retryMs }),
  });
}

/**
 * Whole numbers as integers: the driver would send every number as a float. In a list with another number all are floats,
 * as the server stores lists of one kind only.
 */
export function toParameter(value: Json): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value) && value.every(Number.isFinite) && !value.every(Number.isSafeInteger)) return value;
  if (Array.isArray(value)) return value.map(toParameter);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toParameter(item)]));
  }
  return value;
}

/** @param idOf our id of the node with a given element id, for the ends of relationships */
export function toJson(value: unknown, idOf: (elementId: string) => string | undefined): Json {
  const convert = (item: unknown) => toJson(item, idOf);
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return String(value);
  if (isInt(value)) return value.inSafeRange() ? value.toNumber() : value.toString();
  if (isNode(value)) return nodeToJson(value);
  if (isRelationship(value)) return relationshipToJson(value, idOf);
  if (isPath(value)) {
    return {
      $: 'path',
      nodes: [value.start, ...value.segments.map((segment) => segment.end)].map(convert),
      relationships: value.segments.map((segment) => convert(segment.relationship)),
    };
  }
  if (Array.isArray(value)) return value.map(convert);
  if (value instanceof Int8Array || Buffer.isBuffer(value)) return Buffer.from(value).toString('base64');
  if (neo4j.isPoint(value)) return { x: value.x, y: value.y, ...(value.z === undefined ? {} : { z: value.z }) };
  if (typeof value !== 'object') return String(value);
  // Dates, times and durations print themselves in ISO 8601.
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convert(item)]));
}

const noEnds = () => undefined;

function nodeToJson({ elementId, labels, properties }: Node): Json {
  const converted = toJson(properties, noEnds) as { [key: string]: Json };
  return { $: 'node', id: ourId(converted.id) ?? elementId, label: labels[0] ?? '', properties: converted };
}

function relationshipToJson(value: Relationship, idOf: (elementId: string) => string | undefined): Json {
  return {
    $: 'relationship',
    type: value.type,
    source: idOf(value.startNodeElementId) ?? value.startNodeElementId,
    target: idOf(value.endNodeElementId) ?? value.endNodeElementId,
    properties: toJson(value.properties, noEnds),
  };
}

function ourId(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Element ids of the ends of all relationships within a value. */
export function endsWithin(value: unknown, ends: Set<string>): void {
  if (isRelationship(value)) ends.add(value.startNodeElementId).add(value.endNodeElementId);
  else if (isPath(value)) for (const { relationship } of value.segments) endsWithin(relationship, ends);
  else if (Array.isArray(value)) for (const item of value) endsWithin(item, ends);
  else if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    for (const item of Object.values(value)) endsWithin(item, ends);
  }
}
