/** What the browser keeps for the console: the last queries that were run, and those that the reader gave a name. */
import { z } from 'zod';

/** A query under a name, with what was typed for its parameters. */
const FavouriteSchema = z.object({ name: z.string(), cypher: z.string(), typed: z.record(z.string(), z.string()) });
type Favourite = z.infer<typeof FavouriteSchema>;

/** Those that there are, and how to change them. */
export interface Favourites {
  /** The newest first. */
  readonly all: readonly Favourite[];
  readonly add: (favourite: Favourite) => void;
  readonly remove: (cypher: string) => void;
}

const QUERIES = 'stemma.queries';
const MOST_QUERIES = 30;
const FAVOURITES = 'stemma.favourites';

/** The newest first. */
export function rememberedQueries(): readonly string[] {
  return read(QUERIES, z.string());
}

/** Returns the history with this query first. */
export function rememberQuery(query: string): readonly string[] {
  return keep(QUERIES, [query, ...rememberedQueries().filter((other) => other !== query)].slice(0, MOST_QUERIES));
}

/** The newest first. */
export function rememberedFavourites(): readonly Favourite[] {
  return read(FAVOURITES, FavouriteSchema);
}

/** Returns the favourites with this one first; it takes the place of one of the same query or the same name. */
export function addFavourite(favourite: Favourite): readonly Favourite[] {
  const others = rememberedFavourites().filter(
    ({ name, cypher }) => name !== favourite.name && cypher !== favourite.cypher,
  );
  return keep(FAVOURITES, [favourite, ...others]);
}

/** Returns the favourites without that of this query. */
export function removeFavourite(query: string): readonly Favourite[] {
  return keep(
    FAVOURITES,
    rememberedFavourites().filter(({ cypher }) => cypher !== query),
  );
}

/** What to call a query that has no name yet: its comment, or else how it begins. */
export function nameFor(cypher: string): string {
  const first = cypher.trim().split('\n', 1)[0] ?? '';
  return first
    .replace(/^\/\/\s*/, '')
    .slice(0, 60)
    .trim();
}

function read<T>(key: string, one: z.ZodType<T>): readonly T[] {
  try {
    return z.array(one).safeParse(JSON.parse(localStorage.getItem(key) ?? '[]')).data ?? [];
  } catch {
    // Storage may be forbidden or hold something else: then nothing was kept.
    return [];
  }
}

function keep<T>(key: string, values: readonly T[]): readonly T[] {
  try {
    localStorage.setItem(key, JSON.stringify(values));
  } catch {
    // As above: it lasts as long as the page.
  }
  return values;
}
