/** Neo4j's plans as the steps that both stores show. */
import type { PlanStep } from '../plan.js';

interface Explained {
  operatorType: string;
  arguments: { [key: string]: unknown };
  children: Explained[];
}
interface Profiled extends Explained {
  rows: number;
  dbHits: number;
  time: number;
  children: Profiled[];
}

const operatorOf = ({ operatorType }: Explained) => operatorType.replace(/@.*$/s, '');
const detailsOf = (plan: Explained) => String(plan.arguments['Details'] ?? '');

export function planStep(plan: Explained): PlanStep {
  const expected = Number(plan.arguments['EstimatedRows']);
  return {
    operator: operatorOf(plan),
    details: detailsOf(plan),
    ...(Number.isFinite(expected) ? { expectedRows: expected } : {}),
    children: plan.children.map(planStep),
  };
}

/** The driver tells the time of a step in nanoseconds, and 0 where the server did not measure it. */
export function profileStep(plan: Profiled): PlanStep {
  return {
    operator: operatorOf(plan),
    details: detailsOf(plan),
    rows: plan.rows,
    hits: plan.dbHits,
    ...(plan.time > 0 ? { milliseconds: plan.time / 1e6 } : {}),
    children: plan.children.map(profileStep),
  };
}
