/** A table of which only the rows in sight are made; a click on a heading sorts by it. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { announce } from '../state/store.js';
import type { Column } from './columns.js';

interface Props<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

interface Order<Row> {
  readonly column: Column<Row>;
  readonly descending: boolean;
}

const ROW_HEIGHT = 32;

export function VirtualTable<Row extends { readonly id: string }>({ name, columns, rows }: Props<Row>) {
  const [order, setOrder] = useState<Order<Row>>();
  const scroller = useRef<HTMLElement>(null);
  const sorted = useMemo(() => (order ? sort(rows, order) : rows), [rows, order]);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  // What one looks for first, the other way round, as it came.
  const sortBy = (column: Column<Row>) => {
    const first = column.isFigure === true;
    const next =
      order?.column !== column
        ? { column, descending: first }
        : order.descending === first
          ? { column, descending: !first }
          : undefined;
    setOrder(next);
    scroller.current?.scrollTo({ top: 0 });
    announce(next ? `Sorted by ${column.name}, ${next.descending ? 'descending' : 'ascending'}` : 'Not sorted');
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
    <section ref={scroller} className="table-scroll" aria-label={`${name}, rows`} tabIndex={0}>
      <table className="table" aria-label={name} aria-rowcount={sorted.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => {
              const direction = order?.column === column ? (order.descending ? 'descending' : 'ascending') : 'none';
              return (
                <th key={column.name} scope="col" aria-sort={direction} className={classOf(column)}>
                  <button type="button" className="table-heading" onClick={() => sortBy(column)}>
                    {column.name}
                    {direction === 'ascending' && <ArrowUp size={13} aria-hidden="true" />}
                    {direction === 'descending' && <ArrowDown size={13} aria-hidden="true" />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} columns={columns.length} />}
          {items.map(({ index }) => {
            const row = sorted[index];
            if (!row) return null;
            return (
              <tr key={row.id} aria-rowindex={index + 2} style={{ height: ROW_HEIGHT }}>
                {columns.map((column) => (
                  <td key={column.name} className={classOf(column)}>
                    {column.cell(row)}
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

function classOf<Row>({ isFigure, isWide }: Column<Row>): string | undefined {
  return isFigure ? 'table-figure' : isWide ? 'table-wide' : undefined;
}

/** What has no value comes last, whichever way. */
function sort<Row>(rows: readonly Row[], { column, descending }: Order<Row>): Row[] {
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: column.sortBy(row) }));
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined);
    return a.key === b.key ? 0 : sign * (a.key < b.key ? -1 : 1);
  });
  return keyed.map(({ row }) => row);
}

/** The room of the rows that are not made. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr>
      <td colSpan={columns} className="table-gap" style={{ height }} />
    </tr>
  );
}
