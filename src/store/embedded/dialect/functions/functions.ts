/** Functions of Neo4j that the embedded database lacks, calls otherwise, or takes other arguments for. */

import { itemAt, onceMore } from '../expressions/list.js';
import { coalesceRule } from '../expressions/mixed.js';
import type { Expression } from '../parse/syntax.js';
import type { Piece } from '../rope.js';
import { weave } from '../rope.js';
import { type Translation, unlessNull } from '../translation.js';
import { conversionOf } from './conversions.js';
import { DATES } from './dates.js';
import { endNode } from './ends.js';
import { keysRule } from './keys.js';
import { roundRule } from './rounding.js';
import { STATISTICS } from './statistics.js';

export type Call = Extract<Expression, { kind: 'call' }>;
export type Rule = (t: Translation, call: Call, inputs: Piece[][]) => Piece[] | undefined;

const first = (of: Piece[] | undefined): Piece[] => of ?? [];
const ofItem = (t: Translation, input: Expression | undefined, value: Piece[]) =>
  input ? unlessNull(t, input, value) : value;

/** The item at an end of a list. */
function endOf(index: string): Rule {
  return (t, { start, inputs: [input] }, [of]) =>
    input && of && itemAt(start, onceMore(t, input, of), index, weave(start)`size(${of}) > 0`);
}

const RULES: Readonly<Record<string, Rule>> = {
  labels: (t, { start, inputs: [input] }, [of]) => ofItem(t, input, weave(start)`[label(${first(of)})]`),
  collect: (_, { start, distinct }, [of]) =>
    weave(start)`coalesce(collect(${distinct ? 'DISTINCT ' : ''}${first(of)}), [])`,
  sum: (_, { start, distinct }, [of]) => weave(start)`coalesce(sum(${distinct ? 'DISTINCT ' : ''}${first(of)}), 0)`,
  head: endOf('1'),
  last: endOf('-1'),
  isempty: (_, { start }, [of]) => weave(start)`(size(${first(of)}) = 0)`,
  exists: (_, { start, inputs }, [of]) =>
    inputs[0]?.kind === 'property' ? weave(start)`(${first(of)} IS NOT NULL)` : undefined,
  substring: (_, { start }, [text, from, length]) =>
    weave(start)`substring(${first(text)}, (${first(from)}) + 1, ${length ?? weave(start)`size(${first(text)})`})`,
  round: roundRule,
  exp: (_, { start }, [of]) => weave(start)`pow(2.718281828459045, ${first(of)})`,
  e: (_, { start }) => weave(start)`2.718281828459045`,
  relationships: (_, { start }, [of]) => weave(start)`rels(${first(of)})`,
  properties: (t, { start, inputs: [input] }, [of]) => ofItem(t, input, weave(start)`{_properties: ${first(of)}}`),
  keys: keysRule,
  char_length: (_, { start }, [of]) => weave(start)`size(${first(of)})`,
  character_length: (_, { start }, [of]) => weave(start)`size(${first(of)})`,
  btrim: (_, { start, inputs }, [of]) => (inputs.length === 1 ? weave(start)`trim(${first(of)})` : undefined),
  coalesce: coalesceRule,
  ...DATES,
  ...STATISTICS,
  startnode: endNode,
  endnode: endNode,
};

/**
 * The call in the database's words; undefined where it may stay as it is.
 * @param inputs what it is given, in the database's words
 * @throws QueryError `syntax`
 */
export function translateCall(t: Translation, call: Call, inputs?: Piece[][]): Piece[] | undefined {
  const name = call.name.toLowerCase();
  if (name.startsWith('apoc.')) {
    t.refuse(call.start, `${call.name} belongs to APOC, a plug-in of Neo4j that is not used here`);
  }
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : conversionOf(name);
  if (!rule) return undefined;
  const given = inputs ?? call.inputs.map((input) => t.expression(input));
  const plain = /ornull$/.test(name) ? weave(call.start)`${name.replace('ornull', '')}(${first(given[0])})` : undefined;
  return rule(t, call, given) ?? plain;
}
