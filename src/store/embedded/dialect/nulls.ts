/** What may be null, as far as the text of the query tells. */
import { isOneList, kindOf, parameterOf } from './kinds.js';
import type { Expression } from './parse/syntax.js';
import type { Translation } from './translation.js';

/** Functions whose lists hold no null. */
const FULL = /^(?:collect|keys|labels|nodes|relationships|range|split)$/i;
const SAME = /^(?:tail|reverse)$/i;

/** Whether null may be an item of a list. */
export function mayHoldNull(t: Translation, e: Expression): boolean {
  const value = parameterOf(t, e);
  if (Array.isArray(value)) return value.includes(null);
  switch (e.kind) {
    case 'parenthesis':
      return mayHoldNull(t, e.inner);
    case 'slice':
      return mayHoldNull(t, e.of);
    case 'comprehension':
      return e.map ? mayBeNull(t, e.map) : mayHoldNull(t, e.list);
    case 'call':
      if (FULL.test(e.name)) return false;
      return !SAME.test(e.name) || e.inputs.some((input) => mayHoldNull(t, input));
    // No store keeps a null in a list.
    case 'property':
      return kindOf(t, e) !== 'list';
    case 'variable': {
      const binding = t.lambdas.has(e.name) ? undefined : t.scope.get(e.name);
      return !(binding?.is === 'walk' || (binding?.is === 'value' && binding.full));
    }
    case 'plain':
      return isOneList(t, e)
        ? e.parts.some((part) => mayBeNull(t, part))
        : e.parts.some((part) => mayHoldNull(t, part));
    default:
      return true;
  }
}

export function mayBeEmpty(t: Translation, e: Expression): boolean {
  const value = parameterOf(t, e);
  if (Array.isArray(value)) return value.length === 0;
  if (e.kind === 'call') return !/^(?:labels|nodes|split)$/i.test(e.name);
  return !(e.kind === 'plain' && isOneList(t, e) && e.parts.length > 0);
}

/** Every node has these. */
const ALWAYS = new Set(['id', 'name']);

export function mayBeNull(t: Translation, e: Expression): boolean {
  if (e.kind === 'parenthesis') return mayBeNull(t, e.inner);
  if (e.kind === 'property') {
    const binding = e.of.kind === 'variable' && !t.lambdas.has(e.of.name) ? t.scope.get(e.of.name) : undefined;
    return !(binding?.is === 'node' && !binding.mayBeNull && ALWAYS.has(e.key));
  }
  if (e.kind === 'call')
    return !/^(?:type|size|count|collect)$/i.test(e.name) || e.inputs.some((input) => mayBeNull(t, input));
  if (e.kind === 'map') return false;
  if (e.kind === 'variable') {
    const binding = t.lambdas.has(e.name) ? undefined : t.scope.get(e.name);
    if (binding?.is === 'value') return !binding.there;
    return !(binding?.is === 'node' || binding?.is === 'relationship') || binding.mayBeNull === true;
  }
  if (e.kind !== 'plain') return true;
  const [only] = e.parts;
  if (e.parts.length === 1 && only?.start === e.start && only.end === e.end) return mayBeNull(t, only);
  return e.parts.length > 0 || kindOf(t, e) === undefined;
}
