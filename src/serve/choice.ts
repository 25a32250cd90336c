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
    .regex(new RegExp(`^(?:${of.join('|')})(?:,(?:${of.join('|')}))*$`), `${of.join(', ')}, with commas between them`)
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

/** An edge as it is seen from one of its ends. */
export interface Step {
  readonly edge: GraphEdge;
  readonly other: string;
}

/**
 * The nodes that are let through, of those given, in their order.
 * @param stepsOf the edges at a node
 */
export function chosenNodes(
  nodes: readonly GraphNode[],
  stepsOf: (id: string) => readonly Step[],
  choice: Choice,
): GraphNode[] {
  const { without = [], sure = 0, years, category, organization } = choice;
  const passes = ({ edge }: Step) => !without.includes(edge.type) && edge.confidence >= sure;
  let passing = nodes.filter((node) => passesAlone(node, choice));
  if (years !== undefined || category !== undefined || organization !== undefined) {
    const reached = new Set<string>();
    for (const { id, label } of passing) {
      if (label !== 'Paper') continue;
      for (const step of stepsOf(id)) if (passes(step)) reached.add(step.other);
    }
    passing = passing.filter(({ id, label }) => label === 'Paper' || reached.has(id));
  }
  if (without.length > 0 || sure > 0) {
    const ids = new Set(passing.map(({ id }) => id));
    passing = passing.filter(({ id }) => stepsOf(id).some((step) => passes(step) && ids.has(step.other)));
  }
  return passing;
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
