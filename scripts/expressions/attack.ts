/**
 * Whether a regular expression can be made slow: recheck looks for a text on which it is, by automata theory or by
 * fuzzing (github.com/makenowjust-labs/recheck), and the text is then tried on the engine that runs here, so that what
 * this engine does quickly is not complained of.
 */
import { runInNewContext } from 'node:vm';
import { check } from 'recheck';

export interface Attack {
  /** `exponential`, or `polynomial` and the degree. */
  readonly complexity: string;
  /** How the text is made. */
  readonly text: string;
  /** What the text took here; the limit where it did not come to an end. */
  readonly milliseconds: number;
}

/** An honest expression takes a few milliseconds for any text that recheck makes (some 100,000 signs). */
const SLOW_MS = 150;
const LIMIT_MS = 2_000;
const SEARCH_MS = 20_000;

/** @returns undefined for an expression whose time grows in step with the text */
export async function findAttack(source: string, flags: string): Promise<Attack | undefined> {
  const found = await check(source, flags, { timeout: SEARCH_MS });
  if (found.status !== 'vulnerable') return undefined;
  const { attack, complexity } = found;
  const milliseconds = timeOf(source, flags, attack.string);
  if (milliseconds < SLOW_MS) return undefined;
  const degree = complexity.type === 'polynomial' ? ` ${complexity.degree}` : '';
  return { complexity: complexity.type + degree, text: attack.pattern, milliseconds };
}

/** In a context of its own, which can be stopped in the middle of a match. */
function timeOf(source: string, flags: string, text: string): number {
  const start = performance.now();
  try {
    runInNewContext('text.replace(new RegExp(source, flags), "")', { source, flags, text }, { timeout: LIMIT_MS });
  } catch {
    return LIMIT_MS;
  }
  return performance.now() - start;
}
