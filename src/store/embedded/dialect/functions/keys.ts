/** `keys(…)`: the properties that a node, a relationship or a map has. */
import { EDGE_PROPERTIES, NODE_PROPERTIES } from '../../../properties.js';
import type { Labels } from '../parse/syntax.js';
import { joinRopes, weave } from '../rope.js';
import { quoteName, quoteText, unlessNull } from '../translation.js';
import type { Rule } from './functions.js';

export const keysRule: Rule = (t, { start: at, inputs: [input] }, [of = []]) => {
  if (!input) return undefined;
  const binding = input.kind === 'variable' && !t.lambdas.has(input.name) ? t.scope.get(input.name) : undefined;
  // What is only shown is listed when the answer is made.
  if (t.shown || (binding?.is !== 'node' && binding?.is !== 'relationship')) {
    return unlessNull(t, input, weave(at)`{_keys: ${of}}`);
  }
  const tables = binding.is === 'node' ? NODE_PROPERTIES : EDGE_PROPERTIES;
  const names = namesOf(binding.labels);
  const known = Object.entries(tables).filter(([name]) => !names || names.includes(name));
  const keys = [...new Set(known.flatMap(([, columns]) => Object.keys(columns)))];
  const each = t.fresh();
  const items = keys.map((key) => weave(at)`CASE WHEN ${of}.${quoteName(key)} IS NOT NULL THEN ${quoteText(key)} END`);
  const list = weave(at)`list_filter([${joinRopes(at, items, ', ')}], ${each} -> ${each} IS NOT NULL)`;
  return unlessNull(t, input, list);
};

/** The names of which a pattern says that one is the label, or the type. */
function namesOf(labels: Labels | undefined): string[] | undefined {
  if (labels?.is === 'name') return [labels.name];
  return labels?.is === 'or' ? labels.of.flatMap((one) => namesOf(one) ?? []) : undefined;
}
