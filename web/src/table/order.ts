/** By which column a table is sorted, and how that stands in the address: `down Papers`. */

export interface Order {
  /** The name of a column. */
  readonly by: string;
  readonly descending: boolean;
}

/** @param key of the address; no order is no word */
export function writeOrder(query: URLSearchParams, key: string, order: Order | undefined): void {
  if (order) query.set(key, `${order.descending ? 'down' : 'up'} ${order.by}`);
  else query.delete(key);
}

/** What cannot be read is no order; a column that is not there is none either, for the table. */
export function readOrder(query: URLSearchParams, key: string): Order | undefined {
  const [, way, by] = /^(up|down) (.+)$/s.exec(query.get(key) ?? '') ?? [];
  return by === undefined ? undefined : { by, descending: way === 'down' };
}
