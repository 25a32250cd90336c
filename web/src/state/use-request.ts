/** One request to the server as a value: loading, there, or failed with a way to try again. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { isAbort } from '../api/errors.js';

export type Request<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * @param ask must keep its identity as long as the question is the same
 * @param version of what is asked about: when it changes the same is asked again, and the answer before stays meanwhile
 */
export function useRequest<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  version?: unknown,
): [Request<T>, () => void, (value: T) => void] {
  const [request, setRequest] = useState<Request<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const asked = useRef<{ ask: typeof ask; attempt: number }>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt or version asks the same question again
  useEffect(() => {
    const controller = new AbortController();
    if (asked.current?.ask !== ask || asked.current.attempt !== attempt) setRequest({ state: 'loading' });
    asked.current = { ask, attempt };
    ask(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setRequest({ state: 'ready', value });
      },
      (error: unknown) => {
        if (!isAbort(error) && !controller.signal.aborted) setRequest({ state: 'failed', error });
      },
    );
    return () => controller.abort();
  }, [ask, attempt, version]);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  const replace = useCallback((value: T) => setRequest({ state: 'ready', value }), []);
  return [request, again, replace];
}
