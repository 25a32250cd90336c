/** A table of which only the rows in sight are made; a click on a heading sorts by it. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type ReactNode, useMemo, useRef } from 'react';
import { announce } from '../state/store.js';
import type { Order } from './order.js';
import './virtual-table.css';

export interface Column<Row> {
  readonly name: string;
  /** Numbers stand to the right, and their largest come first. */
  readonly isFigure?: boolean;
  /** Grows with the room that there is. */
  readonly isWide?: boolean;
  /** Undefined where a row has no value, which comes last. A column without it is not sorted by, and its name only heard. */
  readonly sortBy?: (row: Row) => string | number | undefined;
  /** @param place of the row among those that are shown, from 0 */
  readonly cell: (row: Row, place: number) => ReactNode;
}

interface Props<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly className?: string;
  readonly classOfRow?: (row: Row) => string | undefined;
  /** Undefined where the rows stand as they came. */
  readonly order: Order | undefined;
  readonly onOrder: (order: Order | undefined) => void;
}

const ROW_HEIGHT = 32;

export function VirtualTable<Row extends { readonly id: string }>(props: Props<Row>) {
  const { name, columns, rows, className, classOfRow, order, onOrder } = props;
  const scroller = useRef<HTMLElement>(null);
  const sorted = useMemo(() => sort(rows, columns, order), [rows, columns, order]);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => sorted[index]?.id ?? index,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  // What one looks for first, the other way round, as it came.
  const sortBy = ({ name: by, isFigure: first = false }: Column<Row>) => {
    const next =
      order?.by !== by
        ? { by, descending: first }
        : order.descending === first
          ? { by, descending: !first }
          : undefined;
    onOrder(next);
    scroller.current?.scrollTo({ top: 0 });
    announce(next ? `Sorted by ${by}, ${next.descending ? 'descending' : 'ascending'}` : 'In the order as it came');
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
    <section ref={scroller} className="table-scroll" aria-label={`${name}, rows`} tabIndex={0}>
      <table className={className ? `table ${className}` : 'table'} aria-label={name} aria-rowcount={sorted.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Heading
                key={column.name}
                column={column}
                sorted={order?.by === column.name ? (order.descending ? 'descending' : 'ascending') : 'none'}
                onSort={() => sortBy(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} columns={columns.length} />}
          {items.map(({ index, key }) => {
            const row = sorted[index];
            if (!row) return null;
            return (
              <tr
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className={classOfRow?.(row)}
              >
                {columns.map((column) => (
                  <td key={column.name} className={classOf(column)}>
                    {column.cell(row, index)}
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && <Gap height={below} columns={columns.length} />}
        </tbody>
      </table>
    </section>
  );
}

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  readonly sorted: 'ascending' | 'descending' | 'none';
  readonly onSort: () => void;
}

function Heading<Row>({ column, sorted, onSort }: HeadingProps<Row>) {
  if (!column.sortBy)
    return (
      <th scope="col" className={classOf(column)}>
        <span className="unseen">{column.name}</span>
      </th>
    );
  return (
    <th scope="col" aria-sort={sorted} className={classOf(column)}>
      <button type="button" className="table-heading" onClick={onSort}>
        {column.name}
        {sorted === 'ascending' && <ArrowUp size={13} aria-hidden="true" />}
        {sorted === 'descending' && <ArrowDown size={13} aria-hidden="true" />}
      </button>
    </th>
  );
}

function classOf<Row>({ isFigure, isWide }: Column<Row>): string | undefined {
  return isFigure ? 'table-figure' : isWide ? 'table-wide' : undefined;
}

/** Numbers before texts; what has no value comes last, whichever way. */
function sort<Row>(rows: readonly Row[], columns: readonly Column<Row>[], order: Order | undefined): readonly Row[] {
  const key = columns.find(({ name }) => name === order?.by)?.sortBy;
  if (!order || !key) return rows;
  const sign = order.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort(({ key: a }, { key: b }) => {
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      if (typeof a !== typeof b) return sign * (typeof a === 'number' ? -1 : 1);
      return a === b ? 0 : sign * (a < b ? -1 : 1);
    })
    .map(({ row }) => row);
}

/** The room of the rows that are not made. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr>
      <td colSpan={columns} className="table-gap" style={{ height }} />
    </tr>
  );
}
