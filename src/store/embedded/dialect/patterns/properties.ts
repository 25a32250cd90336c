/** Properties within a pattern: `(p:Paper {year: 2020})`. */
import { isGiven } from '../expressions/identity.js';
import { columnKind, kindOf, unlike } from '../kinds.js';
import type { Expression } from '../parse/syntax.js';
import { joinRopes, type Piece, weave } from '../rope.js';
import { checkProperty } from '../spelling.js';
import { quoteName, type Translation } from '../translation.js';

export interface Properties {
  /** What stays within the pattern, with its brackets; nothing where nothing does. */
  text: Piece[];
  /** An id that is worked out for each row: it must be compared outside. */
  id?: Piece[];
}

/** A value of another kind than the property's is equal to none: then `false` is added to the conditions. */
export function translateProperties(
  t: Translation,
  properties: Expression,
  columns: Parameters<typeof columnKind>[0],
  conditions: Piece[][],
): Properties {
  if (properties.kind !== 'map') return { text: t.expression(properties) };
  const { start: at, entries } = properties;
  for (const { key } of entries) checkProperty(t, key.name, key.start);
  const likely = entries.filter(({ key, value }) => !unlike(columnKind(columns, key.name), kindOf(t, value)));
  if (likely.length < entries.length) conditions.push(weave(at)`false`);
  const values = likely.map(({ key, value }) => ({ key, value, text: t.expression(value) }));
  const computed = values.find(({ key, value, text }) => key.name === 'id' && !isGiven(t, value, text));
  if (!computed && likely.length === entries.length) return { text: t.expression(properties) };
  const items = values
    .filter((one) => one !== computed)
    .map(({ key, text }) => weave(key.start)`${quoteName(key.name)}: ${text}`);
  const text = items.length > 0 ? weave(at)`{${joinRopes(at, items, ', ')}}` : [];
  return computed ? { text, id: computed.text } : { text };
}
