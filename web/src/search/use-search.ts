/** Answers while one types: a short pause, the older question given up, the last answers kept. */
import { useEffect, useRef, useState } from 'react';
import { afterRest } from '../api/after-rest.js';
import { api } from '../api/client.js';
import { isAbort } from '../api/errors.js';
import type { Search } from '../api/types.js';

/** As much as lets a fast typist's letters go together, and little of the time in which an answer is awaited. */
const PAUSE_MS = 15;
const LIMIT = 24;
const KEPT = 50;

export interface SearchState {
  /** The query that `found` answers; it may lag behind what is typed. */
  readonly query: string;
  readonly found: Search | undefined;
  readonly error: unknown;
}

const NONE: SearchState = { query: '', found: undefined, error: undefined };

export function useSearch(typed: string): SearchState {
  const query = typed.trim();
  const [state, setState] = useState(NONE);
  const kept = useRef(new Map<string, Search>());
  useEffect(() => {
    if (query === '') {
      setState(NONE);
      return;
    }
    const known = kept.current.get(query);
    if (known) {
      setState({ query, found: known, error: undefined });
      return;
    }
    return afterRest(PAUSE_MS, (signal) => {
      api.search(query, LIMIT, signal).then(
        (found) => {
          if (kept.current.size >= KEPT) kept.current.clear();
          kept.current.set(query, found);
          if (!signal.aborted) setState({ query, found, error: undefined });
        },
        (error: unknown) => {
          if (!isAbort(error)) setState({ query, found: undefined, error });
        },
      );
    });
  }, [query]);
  return state;
}

/**
 * What Enter does: it chooses of the answer to what is typed. Where that is still on its way, Enter is remembered until it is
 * there, so that who types fast need not wait; typing on forgets it.
 */
export function useEnter(typed: string, search: SearchState, choose: () => void): () => void {
  const query = typed.trim();
  const [waiting, setWaiting] = useState<string>();
  useEffect(() => {
    if (waiting === undefined) return;
    if (waiting === query && search.query !== query) return;
    setWaiting(undefined);
    if (waiting === query) choose();
  });
  return () => (search.query === query ? choose() : setWaiting(query));
}
