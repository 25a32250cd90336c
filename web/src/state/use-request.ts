/** One request to the server as a value: loading, there, or failed with a way to try again. */
import { useCallback, useEffect, useState } from 'react';
import { isAbort } from '../api/errors.js';

export type Request<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/** @param ask must keep its identity as long as the question is the same */
export function useRequest<T>(ask: (signal: AbortSignal) => Promise<T>): [Request<T>, () => void] {
  const [request, setRequest] = useState<Request<T>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt asks the same question again
  useEffect(() => {
    const controller = new AbortController();
    setRequest({ state: 'loading' });
    ask(controller.signal).then(
      (value) => {
        if (!controller.signal.aborted) setRequest({ state: 'ready', value });
      },
      (error: unknown) => {
        if (!isAbort(error) && !controller.signal.aborted) setRequest({ state: 'failed', error });
      },
    );
    return () => controller.abort();
  }, [ask, attempt]);
  const again = useCallback(() => setAttempt((n) => n + 1), []);
  return [request, again];
}
