/** The last queries that were run, kept by the browser: the newest first. */
import { z } from 'zod';

const KEY = 'stemma.queries';
const MOST = 30;
const HistorySchema = z.array(z.string());

export function rememberedQueries(): readonly string[] {
  try {
    const read = HistorySchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    // Storage may be forbidden or hold something else: then there is no history.
    return [];
  }
}

/** Returns the history with this query first. */
export function rememberQuery(query: string): readonly string[] {
  const queries = [query, ...rememberedQueries().filter((other) => other !== query)].slice(0, MOST);
  try {
    localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // As above.
  }
  return queries;
}
