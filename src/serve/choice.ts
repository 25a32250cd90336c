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

/** Given once for each. */
const namesOf = (most: number) => {
  const name = z.string().max(most);
  return z
    .union([name, z.array(name).max(100)])
    .transform((names) => (typeof names === 'string' ? [names] : names))
    .optional();
};

/** As they stand in the address of the page. Of what is named several times, one is enough. */
export const ChoiceSchema = z.object({
  hide: listOf(NODE_LABELS).describe('Labels that are left out, with commas between them.'),
  without: listOf(EDGE_TYPES).describe('Types of edges that are left out, with commas between them.'),
  years: z
    .string()
    .regex(/^\d{1,4}-\d{1,4}$/)
    .optional()
    .describe('Papers of these years only: first and last.'),
  undated: z
    .literal('true')
    .transform(() => true)
    .optional()
    .describe('With years: papers without a date, too.'),
  sure: z.coerce.number().min(0).max(1).optional().describe('Edges with at least this confidence only.'),
  papers: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('Entities in at least so many papers only.'),
  community: z
    .string()
    .max(600)
    .regex(/^\d{1,9}(?:,\d{1,9})*$/, 'numbers with commas between them')
    .transform((text) => text.split(',').map(Number))
    .optional()
    .describe('Nodes of these communities only.'),
  category: namesOf(200).describe('Papers of these categories only.'),
  organization: namesOf(300).describe('Papers of these organizations only.'),
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
  const { without = [], sure = 0 } = choice;
  const passes = ({ edge }: Step) => !without.includes(edge.type) && edge.confidence >= sure;
  let passing = nodes.filter((node) => passesAlone(node, choice));
  if (isOfPapers(choice)) {
    const reached = new Set<string>();
    for (const { id, label } of passing) {
      if (label !== 'Paper') continue;
      for (const step of stepsOf(id)) if (passes(step)) reached.add(step.other);
    }
    passing = passing.filter(({ id, label }) => label === 'Paper' || reached.has(id));
  }
  if (isOfLinks(choice)) {
    const ids = new Set(passing.map(({ id }) => id));
    passing = passing.filter(({ id }) => stepsOf(id).some((step) => passes(step) && ids.has(step.other)));
  }
  return passing;
}

function passesAlone(node: GraphNode, { hide = [], papers = 1, ...choice }: Choice): boolean {
  const { community, category, organization } = choice;
  if (hide.includes(node.label)) return false;
  if (community && !community.includes(node.community)) return false;
  if (node.label !== 'Paper') return !('papers' in node) || node.papers >= papers;
  if (!isOfYears(node.year, choice)) return false;
  if (category && !category.some((each) => node.categories.includes(each))) return false;
  return !organization || organization.some((each) => node.organizations.includes(each));
}

/** Whether a paper of this year is let through; undefined where its date is not known. */
export function isOfYears(year: number | undefined, { years, undated = false }: Choice): boolean {
  if (years === undefined) return true;
  if (year === undefined) return undated;
  const [from = 0, to = 0] = years.split('-').map(Number);
  return year >= from && year <= to;
}

/** Whether a choice is of papers: entities are then there only while a paper that is there links to them. */
export function isOfPapers({ years, category, organization }: Choice): boolean {
  return years !== undefined || category !== undefined || organization !== undefined;
}

/** Whether a choice is of links: what is left without any is then left out. */
export function isOfLinks({ without = [], sure = 0 }: Choice): boolean {
  return without.length > 0 || sure > 0;
}
