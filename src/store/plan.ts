/** How a database answers a query, step by step: what EXPLAIN and PROFILE show, the same for both stores. */
import { z } from 'zod';

export interface PlanStep {
  /** The database's own name of the step. */
  operator: string;
  details: string;
  /** Rows as the planner expects them, and as they were counted by PROFILE. */
  expectedRows?: number | undefined;
  rows?: number | undefined;
  /** Neo4j's count of what was looked up. */
  hits?: number | undefined;
  milliseconds?: number | undefined;
  /** The steps that this one takes its rows from. */
  children: PlanStep[];
}

export const PlanStepSchema: z.ZodType<PlanStep> = z
  .object({
    operator: z.string(),
    details: z.string(),
    expectedRows: z.number().optional(),
    rows: z.number().optional(),
    hits: z.number().optional(),
    milliseconds: z.number().optional(),
    children: z.array(z.lazy(() => PlanStepSchema)),
  })
  .meta({ id: 'PlanStep' });

/** The steps as lines of a tree, the last step first. */
export function formatPlan(step: PlanStep, before = '', last: boolean | undefined = undefined): string[] {
  const numbers = [
    step.expectedRows === undefined ? '' : `${step.expectedRows} rows expected`,
    step.rows === undefined ? '' : `${step.rows} rows`,
    step.hits === undefined ? '' : `${step.hits} hits`,
    step.milliseconds === undefined ? '' : `${step.milliseconds} ms`,
  ].filter((text) => text !== '');
  const branch = last === undefined ? '' : last ? '└─ ' : '├─ ';
  const details = [step.details.replace(/\s+/g, ' '), numbers.length > 0 ? `(${numbers.join(', ')})` : ''];
  const line = `${before}${branch}${[step.operator, ...details].filter((text) => text !== '').join('  ')}`;
  const inner = last === undefined ? before : `${before}${last ? '   ' : '│  '}`;
  return [
    line,
    ...step.children.flatMap((child, index) => formatPlan(child, inner, index === step.children.length - 1)),
  ];
}
