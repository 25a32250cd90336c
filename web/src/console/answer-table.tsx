/** Rows and columns: sorted by a click on a heading, and only the rows in sight are made. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { announce } from '../state/store.js';
import { Cell } from './cell.js';
import { compareValues, type Row, textOf } from './values.js';

interface Props {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The name of a node that only its id stands for, where it is to be shown instead. */
  readonly nameOf: (id: string) => string | undefined;
}

interface Order {
  readonly column: string;
  readonly descending: boolean;
}

const ROW_HEIGHT = 34;

export function AnswerTable({ columns, rows, nameOf }: Props) {
  const [order, setOrder] = useState<Order>();
  const [whole, setWhole] = useState<ReadonlySet<Row>>(new Set());
  const scroller = useRef<HTMLElement>(null);
  const sorted = useMemo(() => {
    if (!order) return rows;
    const sign = order.descending ? -1 : 1;
    return [...rows].sort((a, b) => {
      const [x, y] = [a[order.column] ?? null, b[order.column] ?? null];
      // What is not there comes last, whichever way.
      if (x === null || y === null) return Number(x === null) - Number(y === null);
      return sign * compareValues(x, y);
    });
  }, [rows, order]);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);

  // Upwards, downwards, as it came.
  const sortBy = (column: string) => {
    const next =
      order?.column !== column
        ? { column, descending: false }
        : order.descending
          ? undefined
          : { column, descending: true };
    setOrder(next);
    scroller.current?.scrollTo({ top: 0 });
    announce(
      next ? `Sorted by ${column}, ${next.descending ? 'descending' : 'ascending'}` : 'In the order of the answer',
    );
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys scroll it
    <section ref={scroller} className="answer-scroll" aria-label="Rows" tabIndex={0}>
      <table className="answer-table" aria-rowcount={sorted.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="answer-number">
              <span className="unseen">Row</span>
            </th>
            {columns.map((column) => {
              const sort = order?.column === column ? (order.descending ? 'descending' : 'ascending') : 'none';
              return (
                <th key={column} scope="col" aria-sort={sort}>
                  <button type="button" className="answer-heading" onClick={() => sortBy(column)}>
                    {column}
                    {sort === 'ascending' && <ArrowUp size={13} aria-hidden="true" />}
                    {sort === 'descending' && <ArrowDown size={13} aria-hidden="true" />}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} columns={columns.length + 1} />}
          {items.map(({ index, key }) => {
            const row = sorted[index];
            if (!row) return null;
            const isWhole = whole.has(row);
            return (
              <tr
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                className={isWhole ? 'answer-whole' : undefined}
              >
                <td className="answer-number">
                  <button
                    type="button"
                    aria-expanded={isWhole}
                    aria-label={`Row ${index + 1} in full`}
                    title={isWhole ? 'Show less' : 'Show in full'}
                    onClick={() => {
                      const next = new Set(whole);
                      if (!next.delete(row)) next.add(row);
                      setWhole(next);
                    }}
                  >
                    {index + 1}
                  </button>
                </td>
                {columns.map((column) => (
                  <td key={column} className={typeof row[column] === 'number' ? 'answer-figure' : undefined}>
                    <div className={isLong(row[column]) ? 'answer-cell answer-long' : 'answer-cell'}>
                      <Cell value={row[column]} nameOf={nameOf} />
                    </div>
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && <Gap height={below} columns={columns.length + 1} />}
        </tbody>
      </table>
    </section>
  );
}

/** Sentences take room from names, else each would be a column of single words. */
function isLong(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'object') && textOf(value).length > 60;
}

/** The room of the rows that are not made. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr>
      <td colSpan={columns} className="answer-gap" style={{ height }} />
    </tr>
  );
}
