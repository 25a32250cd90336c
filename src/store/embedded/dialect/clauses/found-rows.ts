/** Aggregations over what a CALL {…} finds for a row: OPTIONAL MATCH keeps the rows that nothing is found for, and they add nothing. */

import { translateCall } from '../functions/functions.js';
import type { Expression } from '../parse/syntax.js';
import { walk } from '../parse/walk.js';
import { type Piece, weave } from '../rope.js';
import type { Scope } from '../scope.js';
import { quoteName, type Translation } from '../translation.js';
import { AGGREGATES } from './aggregates.js';

/** A value of what an OPTIONAL MATCH found; null where it found nothing. @param witness a name that is null then */
export function ofFound(at: number, witness: string, value: Piece[]): Piece[] {
  return weave(at)`CASE WHEN id(${quoteName(witness)}) IS NOT NULL THEN ${value} END`;
}

/**
 * @param outer the scope of the row
 * @param witness a name that is null where nothing was found
 * @throws QueryError `syntax` where a row that nothing was found for would add something
 */
export function aggregateFound(t: Translation, value: Expression, outer: Scope, witness: string | undefined): Piece[] {
  const { start: at } = value;
  if (value.kind === 'call' && witness !== undefined) {
    const [input, ...more] = value.inputs;
    if (value.star) return weave(at)`count(${quoteName(witness)})`;
    if (input && more.length === 0 && AGGREGATES.has(value.name.toLowerCase())) {
      const found = ofFound(at, witness, t.expression(input));
      const plain = weave(at)`${value.name}(${value.distinct ? 'DISTINCT ' : ''}${found})`;
      return translateCall(t, value, [found]) ?? plain;
    }
  }
  walk(value, (inner) => {
    if (inner.kind !== 'call' || !AGGREGATES.has(inner.name.toLowerCase())) return;
    if (inner.star || !inner.inputs.every((input) => isOfFound(input, outer))) {
      t.refuse(inner.start, 'name the aggregation of CALL {…} by itself, and reckon with it after the brackets');
    }
  });
  return t.expression(value);
}

/** Whether it is something found, or a property of it: null where nothing is. */
function isOfFound(input: Expression, outer: Scope): boolean {
  if (input.kind === 'property') return isOfFound(input.of, outer);
  return input.kind === 'variable' && outer.get(input.name) === undefined;
}
