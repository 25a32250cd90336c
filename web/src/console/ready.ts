/** A ready question with what was typed in its form. */
import type { NamedQuery } from '../api/types.js';
import type { Typed } from './asking.js';

/** The values of its parameters; of those that were not typed, the usual ones. */
export function parametersOfReady({ parameters }: NamedQuery, typed: Typed): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    parameters.map(({ name, type, default: usual }) => {
      const text = typed[name];
      if (text === undefined) return [name, usual];
      return [name, type === 'string' ? text : type === 'boolean' ? text === 'true' : Number(text)];
    }),
  );
}
