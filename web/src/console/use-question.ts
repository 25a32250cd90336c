/** One question to the database at a time: running, answered, failed or given up. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api/client.js';
import { ApiError, isAbort } from '../api/errors.js';
import type { CypherResult } from '../api/types.js';
import { announce } from '../state/store.js';
import { plural } from '../ui/words.js';

export interface Question {
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** A ready question gives ids that stand for names; who writes Cypher is shown what they ask for. */
  readonly ready: boolean;
}

export type Answer =
  | { readonly state: 'none' | 'cancelled' }
  | { readonly state: 'running'; readonly question: Question }
  | { readonly state: 'answered'; readonly question: Question; readonly result: CypherResult }
  | { readonly state: 'failed'; readonly question: Question; readonly error: unknown };

export const MOST_ROWS = 1_000;
/** As many as the server gives at once. */
export const ALL_ROWS = 10_000;

export function useQuestion() {
  const [answer, setAnswer] = useState<Answer>({ state: 'none' });
  const running = useRef<AbortController>(undefined);

  const ask = useCallback(async (question: Question, maxRows = MOST_ROWS): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setAnswer({ state: 'running', question });
    try {
      const result = await api.cypher(question.cypher, question.parameters, maxRows, controller.signal);
      if (running.current !== controller) return;
      setAnswer({ state: 'answered', question, result });
      announce(
        result.plan
          ? 'The plan is there'
          : `${result.truncated ? 'The first ' : ''}${plural(result.rows.length, 'row')}`,
      );
    } catch (error) {
      if (running.current !== controller || isAbort(error)) return;
      setAnswer({ state: 'failed', question, error });
    }
  }, []);

  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setAnswer({ state: 'cancelled' });
    announce('Cancelled');
  }, []);

  useEffect(() => () => running.current?.abort(), []);
  return { answer, ask, cancel };
}

/** "Line 2, column 1"; undefined where the place is not known. */
export function whereFailed(error: unknown): string | undefined {
  const place = error instanceof ApiError ? error.place : undefined;
  return place && `Line ${place.line}, column ${place.column}`;
}
