/**
 * Which lineage, or which method's page, lies over the explorer: `?lineage=` (empty for the main paths of the whole
 * graph) with `&until=` for the way to another, or `?method=`. It lives in the address, so that back and a sent link work.
 */

export type Direction = 'ancestors' | 'descendants' | 'both';

export interface LineageView {
  readonly page: 'lineage';
  /** Undefined for the main paths of the whole graph. */
  readonly id: string | undefined;
  /** The method to which the chains are shown. */
  readonly to: string | undefined;
  readonly direction: Direction;
  readonly depth: number;
  /** Methods shown, at most. */
  readonly limit: number;
  /** Whether the common tools of all relatives are named. */
  readonly generic: boolean;
  readonly folded: readonly string[];
}

export interface MethodView {
  readonly page: 'method';
  readonly id: string;
}

export type View = LineageView | MethodView;

export const USUAL = { to: undefined, direction: 'both', depth: 3, limit: 60, generic: false, folded: [] } as const;
export const MOST_DEPTH = 12;
export const LIMITS = [20, 60, 150, 300, 1_000] as const;

export const VIEW_KEYS = ['lineage', 'method', 'until', 'direction', 'depth', 'most', 'common', 'fold'];

/** The address at which a view stands by itself. */
export function viewAddress(view: View): string {
  const query = new URLSearchParams();
  writeView(query, view);
  return `?${query}`;
}

/** Writes the view into the query, in the place of the one that it holds. */
export function writeView(query: URLSearchParams, view: View): void {
  for (const key of VIEW_KEYS) query.delete(key);
  if (view.page === 'method') {
    query.set('method', view.id);
    return;
  }
  query.set('lineage', view.id ?? '');
  if (view.to !== undefined) query.set('until', view.to);
  if (view.direction !== USUAL.direction) query.set('direction', view.direction);
  if (view.depth !== USUAL.depth) query.set('depth', String(view.depth));
  if (view.limit !== USUAL.limit) query.set('most', String(view.limit));
  if (view.generic) query.set('common', '1');
  for (const id of view.folded) query.append('fold', id);
}

/** What cannot be read is as usual; undefined where neither a lineage nor a method is asked for. */
export function readView(query: URLSearchParams): View | undefined {
  const method = query.get('method');
  if (method) return { page: 'method', id: method };
  const id = query.get('lineage');
  if (id === null) return undefined;
  const direction = query.get('direction');
  return {
    page: 'lineage',
    id: id === '' ? undefined : id,
    to: query.get('until') || undefined,
    direction: direction === 'ancestors' || direction === 'descendants' ? direction : 'both',
    depth: whole(query.get('depth'), USUAL.depth, MOST_DEPTH),
    limit: whole(query.get('most'), USUAL.limit, 1_000),
    generic: query.get('common') === '1',
    folded: query.getAll('fold'),
  };
}

function whole(text: string | null, standard: number, most: number): number {
  const number = Number(text);
  return text !== null && Number.isInteger(number) && number >= 1 && number <= most ? number : standard;
}
