/** What stands in an answer: nodes, relationships and paths among plain JSON, and which nodes it speaks of. */
import { z } from 'zod';

const NodeValueSchema = z.object({
  $: z.literal('node'),
  id: z.string(),
  label: z.string(),
  properties: z.record(z.string(), z.unknown()),
});
const RelationshipValueSchema = z.object({
  $: z.literal('relationship'),
  type: z.string(),
  source: z.string().nullable(),
  target: z.string().nullable(),
  properties: z.record(z.string(), z.unknown()),
});
const PathValueSchema = z.object({
  $: z.literal('path'),
  nodes: z.array(NodeValueSchema),
  relationships: z.array(RelationshipValueSchema),
});
const GraphValueSchema = z.discriminatedUnion('$', [NodeValueSchema, RelationshipValueSchema, PathValueSchema]);
export type GraphValue = z.infer<typeof GraphValueSchema>;
export type NodeValue = z.infer<typeof NodeValueSchema>;
export type Row = Readonly<Record<string, unknown>>;

/** A node, relationship or path; undefined for any other value. */
export function asGraphValue(value: unknown): GraphValue | undefined {
  if (typeof value !== 'object' || value === null || !('$' in value)) return undefined;
  return GraphValueSchema.safeParse(value).data;
}

const ID = /^(?:arxiv|doi|text|concept|benchmark|model|technique|author|organization):\S+$/;

/** Whether a text is a node's id, as the ready questions give them. */
export function isNodeId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** Ids of the nodes that an answer speaks of, in its order. */
export function idsIn(rows: readonly Row[]): string[] {
  const ids = new Set<string>();
  const look = (value: unknown): void => {
    if (isNodeId(value)) ids.add(value);
    else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      const known = asGraphValue(value);
      if (known?.$ === 'node') ids.add(known.id);
      else if (known?.$ === 'path') known.nodes.forEach(look);
      else if (known) [known.source, known.target].forEach(look);
      else Object.values(value).forEach(look);
    }
  };
  for (const row of rows) Object.values(row).forEach(look);
  return [...ids];
}

/** A value as one piece of text. */
export function textOf(value: unknown): string {
  const known = asGraphValue(value);
  if (known?.$ === 'node') return nameOf(known);
  if (known?.$ === 'relationship') return [known.type, ...[known.properties.evidence].flat()].join(' ');
  if (known) return known.nodes.map(nameOf).join(' – ');
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  return JSON.stringify(value ?? null);
}

export function nameOf({ id, properties: { name } }: NodeValue): string {
  return typeof name === 'string' ? name : id;
}
