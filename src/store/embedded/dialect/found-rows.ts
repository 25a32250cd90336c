/** Aggregations over what a CALL {…} finds for a row: OPTIONAL MATCH keeps the rows that nothing is found for, and they add nothing. */

import { AGGREGATES } from './functions.js';
import { type Piece, weave } from './rope.js';
import type { Scope } from './scope.js';
import type { Expression } from './syntax.js';
import { quoteName, type Translation, Untranslatable } from './translation.js';
import { walk } from './walk.js';

/** What the database gives where there is nothing to aggregate, in place of null. */
const OF_NOTHING: Readonly<Record<string, string>> = { sum: '0', collect: '[]' };

/**
 * @param outer the scope of the row
 * @param witness a name that is null where nothing was found
 * @throws Untranslatable where a row that nothing was found for would add something
 */
export function aggregateFound(t: Translation, value: Expression, outer: Scope, witness: string | undefined): Piece[] {
  const { start: at } = value;
  if (value.kind === 'call' && witness !== undefined) {
    const name = value.name.toLowerCase();
    const [input, ...more] = value.inputs;
    if (value.star) return weave(at)`count(${quoteName(witness)})`;
    if (input && more.length === 0 && AGGREGATES.has(name)) {
      const found = weave(at)`CASE WHEN id(${quoteName(witness)}) IS NOT NULL THEN ${t.expression(input)} END`;
      const aggregation = weave(at)`${name}(${value.distinct ? 'DISTINCT ' : ''}${found})`;
      const nothing = OF_NOTHING[name];
      return nothing === undefined ? aggregation : weave(at)`coalesce(${aggregation}, ${nothing})`;
    }
  }
  walk(value, (inner) => {
    if (inner.kind !== 'call' || !AGGREGATES.has(inner.name.toLowerCase())) return;
    if (inner.star || !inner.inputs.every((input) => isOfFound(input, outer))) {
      throw new Untranslatable('name the aggregation of CALL {…} by itself, and reckon with it after the brackets');
    }
  });
  return t.expression(value);
}

/** Whether it is something found, or a property of it: null where nothing is. */
function isOfFound(input: Expression, outer: Scope): boolean {
  if (input.kind === 'property') return isOfFound(input.of, outer);
  return input.kind === 'variable' && outer.get(input.name) === undefined;
}
