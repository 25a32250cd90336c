/** A limit on the time of one record, for parsers of others whose time grows faster than what they are given. */
import { createContext, Script } from 'node:vm';

const script = new Script('work()');
// The limit of a script holds for all that it calls, also outside of its context.
const context = createContext({ work: undefined });

/** What the work took longer than. */
export class TimeLimitError extends Error {}

/**
 * @param milliseconds after which the work is broken off, wherever it is
 * @throws TimeLimitError then, and what the work throws
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  context['work'] = work;
  try {
    return script.runInContext(context, { timeout: milliseconds }) as T;
  } catch (error) {
    // The error may be one of the context's own.
    if ((error as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      throw new TimeLimitError(`it took longer than ${milliseconds / 1000} s`, { cause: error });
    }
    throw error;
  } finally {
    context['work'] = undefined;
  }
}
