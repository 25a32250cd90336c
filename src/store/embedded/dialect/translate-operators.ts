/** What stands between operands: comparisons in a chain, and regular expressions, are written or checked anew. */
import { tokenizeCypher } from '../../cypher-text.js';
import { checkRegularExpression } from './regular-expression.js';
import { type Piece, weave } from './rope.js';
import type { Expression } from './syntax.js';
import type { Translation } from './translation.js';

interface Operator {
  text: string;
  start: number;
  end: number;
  /** The operand that stands after it. */
  right: number;
}
const COMPARISONS = new Set(['=', '<>', '<', '>', '<=', '>=']);
const BOUNDS = new Set(['AND', 'OR', 'XOR', 'NOT', 'CASE', 'WHEN', 'THEN', 'ELSE', 'END', ',', '[', ']']);

/** Operands with the operators between them; all stays as it is written but `a <= b <= c`, which is `a <= b AND b <= c`. */
export function translateOperators(t: Translation, e: Extract<Expression, { kind: 'plain' }>): Piece[] {
  const { parts } = e;
  const operators = operatorsOf(t, e);
  operators.forEach(({ text, right }, index) => {
    if (text !== '=~') return;
    let end = right + 1;
    for (let next = index + 1; operators[next]?.text === '+' && operators[next]?.right === end; next++) end++;
    checkRegularExpression(t, parts.slice(right, end));
  });
  const operands = parts.map((part) => ({ span: part, by: t.expression(part) }));
  const chains = chainsOf(operators, e);
  if (chains.length === 0) return t.around(e, operands);
  const written = (start: number, end: number) => {
    const within = operands.filter(({ span }) => span.start >= start && span.end <= end);
    return t.around({ start, end }, within);
  };
  const links = chains.map(({ start, end, by }) => {
    const bounds = [start, ...by.flatMap((operator) => [operator.start, operator.end]), end];
    const pairs = by.map(({ text }, index) => {
      const [from, to, next, last] = bounds.slice(index * 2, index * 2 + 4);
      return weave(start)`${written(from ?? start, to ?? end)} ${text} ${written(next ?? start, last ?? end)}`;
    });
    const joined = pairs.flatMap((pair, index) => (index > 0 ? weave(start)` AND ${pair}` : pair));
    return { span: { start, end }, by: weave(start)` (${joined}) ` };
  });
  const alone = operands.filter(
    ({ span }) => !links.some((link) => span.start >= link.span.start && span.end <= link.span.end),
  );
  return t.around(e, [...alone, ...links]);
}

/** The tokens between the operands, with `<=` and its like put together. */
function operatorsOf(t: Translation, { start, end, parts }: Extract<Expression, { kind: 'plain' }>): Operator[] {
  const operators: Operator[] = [];
  const bounds = [start, ...parts.flatMap((part) => [part.start, part.end]), end];
  for (let gap = 0; gap < bounds.length; gap += 2) {
    const from = bounds[gap] ?? end;
    for (const token of tokenizeCypher(t.text.slice(from, bounds[gap + 1] ?? end))) {
      const last = operators.at(-1);
      const text = token.kind === 'word' ? token.text.toUpperCase() : token.text;
      const joined = last && last.right === gap / 2 && last.end === from + token.start ? last.text + text : '';
      if (last && (COMPARISONS.has(joined) || joined === '=~'))
        Object.assign(last, { text: joined, end: last.end + 1 });
      else operators.push({ text, start: from + token.start, end: from + token.end, right: gap / 2 });
    }
  }
  return operators;
}

/** Runs of two comparisons or more with nothing between them that binds less. */
function chainsOf(operators: readonly Operator[], { start, end }: { start: number; end: number }) {
  const chains: { start: number; end: number; by: Operator[] }[] = [];
  let from = start;
  let by: Operator[] = [];
  const close = (to: number) => {
    if (by.length > 1) chains.push({ start: from, end: to, by });
    by = [];
  };
  for (const operator of operators) {
    if (BOUNDS.has(operator.text)) {
      close(operator.start);
      from = operator.end;
    } else if (COMPARISONS.has(operator.text)) by.push(operator);
  }
  close(end);
  return chains;
}
