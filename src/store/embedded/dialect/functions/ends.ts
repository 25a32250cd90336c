/** `startNode(r)` and `endNode(r)`. */
import { HIDDEN } from '../../values.js';
import type { Expression } from '../parse/syntax.js';
import { type Piece, weave } from '../rope.js';
import { quoteName, type Translation, unlessNull } from '../translation.js';
import type { Call } from './functions.js';

const isStart = ({ name }: Call) => name.toLowerCase() === 'startnode';

/** The name of the node that a relationship starts or ends at, as its pattern tells. */
function nameOfEnd(t: Translation, call: Call): string | undefined {
  const [input] = call.inputs;
  const binding = input?.kind === 'variable' && !t.lambdas.has(input.name) ? t.scope.get(input.name) : undefined;
  if (binding?.is !== 'relationship' || !binding.directed) return undefined;
  const name = binding[isStart(call) ? 'from' : 'to'];
  return t.scope.get(name) ? name : undefined;
}

export function endNode(t: Translation, call: Call): Piece[] {
  const name = nameOfEnd(t, call);
  if (name === undefined) {
    return t.refuse(
      call.start,
      `${call.name}(r) as a whole node is known only where r was matched with a direction, and its nodes are still in scope: name the node in the pattern, or take ${call.name}(r).id`,
    );
  }
  return unlessNull(t, call.inputs[0] as Expression, weave(call.start)`${quoteName(name)}`);
}

/** `startNode(r).id` and its like; undefined for any other function. */
export function endProperty(t: Translation, call: Call, key: string): Piece[] | undefined {
  const [input] = call.inputs;
  if (!/^(?:start|end)node$/i.test(call.name) || !input) return undefined;
  const { start: at } = call;
  const name = nameOfEnd(t, call);
  // Of a CASE that gives null or a node the database takes the node's property all the same: so it stands within.
  if (name !== undefined) return weave(at)`(${unlessNull(t, input, weave(at)`${quoteName(name)}.${quoteName(key)}`)})`;
  if (key !== 'id') return undefined;
  return weave(
    at,
  )`(${unlessNull(t, input, weave(at)`${t.expression(input)}.${isStart(call) ? HIDDEN.source : HIDDEN.target}`)})`;
}
