/** What stands between the operands of an expression: operators, parted into runs by what binds less than a comparison. */
import { tokenizeCypher } from '../../../cypher-text.js';
import type { Translation } from '../translation.js';
import type { Expression, Span } from './syntax.js';

export type Plain = Extract<Expression, { kind: 'plain' }>;

export interface Operator extends Span {
  /** In capitals, words that belong together in one: `STARTS WITH`, `IS NOT NULL`. */
  text: string;
  /** The operand that stands after it. */
  right: number;
}

/** Operands and operators with nothing between them that binds less than a comparison. */
export interface Run extends Span {
  operators: Operator[];
}

export const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);
/** They bind more than a comparison, and less than arithmetic. */
export const TESTS: ReadonlySet<string> = new Set([
  'IN', '=~', 'CONTAINS', 'STARTS WITH', 'ENDS WITH', 'IS NULL', 'IS NOT NULL',
]); // biome-ignore format: a table
const BOUNDS = new Set(['AND', 'OR', 'XOR', 'NOT', ',', '[', ']']);
const JOINED = new Set([...COMPARISONS, ...TESTS, 'IS NOT']);

/** The operators between the operands, those of several signs or words put together. */
export function operatorsOf(t: Translation, { start, end, parts }: Plain): Operator[] {
  const operators: Operator[] = [];
  const bounds = [start, ...parts.flatMap((part) => [part.start, part.end]), end];
  for (let gap = 0; gap < bounds.length; gap += 2) {
    const from = bounds[gap] ?? end;
    for (const token of tokenizeCypher(t.text.slice(from, bounds[gap + 1] ?? end))) {
      const last = operators.at(-1);
      const text = token.kind === 'word' ? token.text.toUpperCase() : token.text;
      const beside = last?.end === from + token.start;
      const joined = token.kind === 'word' ? `${last?.text} ${text}` : beside ? `${last?.text}${text}` : '';
      if (last?.right === gap / 2 && JOINED.has(joined)) {
        Object.assign(last, { text: joined, end: from + token.end });
      } else operators.push({ text, start: from + token.start, end: from + token.end, right: gap / 2 });
    }
  }
  return operators;
}

export function runsOf(operators: readonly Operator[], { start, end }: Span): Run[] {
  const runs: Run[] = [];
  let run: Run = { start, end, operators: [] };
  for (const operator of operators) {
    if (!BOUNDS.has(operator.text)) run.operators.push(operator);
    else {
      runs.push({ ...run, end: operator.start });
      run = { start: operator.end, end, operators: [] };
    }
  }
  return [...runs, run];
}

/** What stands between the operators of a run that `divides` names, with the operators within each. */
export function partsOf(run: Run, divides: ReadonlySet<string>): { parts: Run[]; by: Operator[] } {
  const by = run.operators.filter(({ text }) => divides.has(text));
  const bounds = [run.start, ...by.flatMap(({ start, end }) => [start, end]), run.end];
  const parts = [...by, undefined].map((_, index) => {
    const [start = run.start, end = run.end] = bounds.slice(index * 2, index * 2 + 2);
    return { start, end, operators: run.operators.filter((one) => one.start >= start && one.end <= end) };
  });
  return { parts, by };
}
