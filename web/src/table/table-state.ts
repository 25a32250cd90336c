/** How the table of what is shown is narrowed down and sorted, and how that stands in the address: `?find=cache&nodes-by=down+Papers`. */
import { type Order, readOrder, writeOrder } from './order.js';

export interface TableState {
  /** Only rows with these letters. */
  readonly find: string;
  readonly nodes: Order | undefined;
  readonly links: Order | undefined;
}

export const USUAL_TABLE: TableState = { find: '', nodes: undefined, links: undefined };

export function writeTable(query: URLSearchParams, { find, nodes, links }: TableState): void {
  if (find === '') query.delete('find');
  else query.set('find', find);
  writeOrder(query, 'nodes-by', nodes);
  writeOrder(query, 'links-by', links);
}

export function readTable(query: URLSearchParams): TableState {
  return { find: query.get('find') ?? '', nodes: readOrder(query, 'nodes-by'), links: readOrder(query, 'links-by') };
}
