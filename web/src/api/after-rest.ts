/** Asking the server when somebody who types or drags has come to rest, and giving up what was asked before. */

/**
 * For effects that run again with each change.
 * @param ask called after so many milliseconds, unless it is given up before
 * @returns gives up what is waited for or asked
 */
export function afterRest(ms: number, ask: (signal: AbortSignal) => void): () => void {
  const controller = new AbortController();
  const timer = setTimeout(() => ask(controller.signal), ms);
  return () => {
    clearTimeout(timer);
    controller.abort();
  };
}
