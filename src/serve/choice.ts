/**
 * Which nodes and edges the filters of the page let through, over the whole graph: the same rule as the page applies to
 * what it draws (`web/src/filter/visible.ts`), for graphs that are drawn only in part.
 */
import { z } from 'zod';
import type { GraphEdge, GraphNode } from '../model/index.js';
import { EDGE_TYPES, NODE_LABELS } from '../model/vocabulary.js';

const listOf = <T extends string>(of: readonly T[]) =>
  z
    .string()
    .max(300)
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(of as readonly [T, ...T[]])))
    .optional();

/** As they stand in the address of the page. */
export const ChoiceSchema = z.object({
  hide: listOf(NODE_LABELS).describe('Labels that are left out, with commas between them.'),
  without: listOf(EDGE_TYPES).describe('Types of edges that are left out, with commas between them.'),
  years: z
    .string()
    .regex(/^\d{1,4}-\d{1,4}$/)
    .optional()
    .describe('Papers of these years only: first and last.'),
  sure: z.coerce.number().min(0).max(1).optional().describe('Edges with at least this confidence only.'),
  papers: z.coerce.number().int().min(1).optional().describe('Entities in at least so many papers only.'),
  community: z.coerce.number().int().min(0).optional(),
  category: z.string().max(200).optional().describe('Papers of this category only.'),
  organization: z.string().max(300).optional().describe('Papers of this organization only.'),
});
export type Choice = z.infer<typeof ChoiceSchema>;

/** Whether anything is chosen at all. */
export function isChoice(choice: Choice): boolean {
  return Object.values(choice).some((value) => value !== undefined);
}

/** The nodes that are let through, of those given, in their order. */
export function chosenNodes(nodes: readonly GraphNode[], edges: readonly GraphEdge[], choice: Choice): GraphNode[] {
  const { without = [], sure = 0, years, category, organization } = choice;
  const passing = new Map(nodes.filter((node) => passesAlone(node, choice)).map((node) => [node.id, node]));
  const isPaper = (id: string) => passing.get(id)?.label === 'Paper';
  const choosesPapers = years !== undefined || category !== undefined || organization !== undefined;
  const choosesEdges = without.length > 0 || sure > 0;
  if (!choosesPapers && !choosesEdges) return [...passing.values()];
  const left = edges.filter(({ type, confidence }) => !without.includes(type) && confidence >= sure);
  if (choosesPapers) {
    const reached = new Set<string>();
    for (const { source, target } of left) {
      if (isPaper(source)) reached.add(target);
      if (isPaper(target)) reached.add(source);
    }
    for (const [id, { label }] of passing) if (label !== 'Paper' && !reached.has(id)) passing.delete(id);
  }
  if (choosesEdges) {
    const linked = new Set<string>();
    for (const { source, target } of left) {
      if (passing.has(source) && passing.has(target)) linked.add(source).add(target);
    }
    for (const id of passing.keys()) if (!linked.has(id)) passing.delete(id);
  }
  return [...passing.values()];
}

function passesAlone(node: GraphNode, { hide = [], years, papers = 1, ...choice }: Choice): boolean {
  if (hide.includes(node.label)) return false;
  if (choice.community !== undefined && node.community !== choice.community) return false;
  if (node.label !== 'Paper') return !('papers' in node) || node.papers >= papers;
  const [from = 0, to = 0] = years?.split('-').map(Number) ?? [];
  if (years !== undefined && (node.year === undefined || node.year < from || node.year > to)) return false;
  if (choice.category !== undefined && !node.categories.includes(choice.category)) return false;
  return choice.organization === undefined || node.organizations.includes(choice.organization);
}
