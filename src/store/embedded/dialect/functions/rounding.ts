/** `round`: Neo4j takes a half up without a precision, and away from 0 with one, unless it is told how. */

import { type Piece, weave } from '../rope.js';
import type { Rule } from './functions.js';
import { constantText } from './regular-expression.js';

/** What a scaled number becomes by each of Neo4j's words for it. */
const MODES: Readonly<Record<string, (at: number, number: Piece[]) => Piece[]>> = {
  UP: (at, x) => weave(at)`(CASE WHEN ${x} < 0 THEN floor(${x}) ELSE ceil(${x}) END)`,
  DOWN: (at, x) => weave(at)`(CASE WHEN ${x} < 0 THEN ceil(${x}) ELSE floor(${x}) END)`,
  CEILING: (at, x) => weave(at)`ceil(${x})`,
  FLOOR: (at, x) => weave(at)`floor(${x})`,
  HALF_UP: (at, x) => weave(at)`round(${x}, 0)`,
  HALF_EVEN: (at, x) =>
    weave(at)`(CASE WHEN ${x} - floor(${x}) = 0.5 THEN 2 * floor(floor(${x}) / 2 + 0.5) ELSE round(${x}, 0) END)`,
  HALF_DOWN: (at, x) => weave(at)`(CASE WHEN ${x} < 0 THEN floor(${x} + 0.5) ELSE ceil(${x} - 0.5) END)`,
};

export const roundRule: Rule = (t, { start: at, inputs: [, precision, mode] }, [of, digits]) => {
  if (!of) return undefined;
  const whole = digits === undefined || t.text.slice(precision?.start, precision?.end) === '0';
  if (mode === undefined) return whole ? weave(at)`floor(${of} + 0.5)` : undefined;
  const name = constantText(t, mode) ?? '';
  const rule = Object.hasOwn(MODES, name) ? MODES[name] : undefined;
  if (!rule || !digits) {
    return t.refuse(mode.start, `round(…) is known here with the modes ${Object.keys(MODES).join(', ')}`);
  }
  const scale = weave(at)`pow(10, ${digits})`;
  return weave(at)`(${rule(at, weave(at)`(${of} * ${scale})`)} / ${scale})`;
};
