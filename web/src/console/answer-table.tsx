/** The rows of an answer as a table; a row whose sentences are cut opens by its number. */
import { useMemo, useState } from 'react';
import { setAsking } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { type Column, VirtualTable } from '../table/virtual-table.js';
import { Cell } from './cell.js';
import { type Row, textOf } from './values.js';

interface Props {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** The name of a node that only its id stands for, where it is to be shown instead. */
  readonly nameOf: (id: string) => string | undefined;
}

/** A row with the place at which it came. */
interface NumberedRow {
  readonly id: string;
  readonly values: Row;
}

export function AnswerTable({ columns, rows, nameOf }: Props) {
  const [whole, setWhole] = useState<ReadonlySet<Row>>(new Set());
  const order = useAppState((state) => state.asking.order);
  const numbered = useMemo(() => rows.map((values, i): NumberedRow => ({ id: String(i), values })), [rows]);
  const figures = useMemo(() => new Set(columns.filter((column) => isFigure(column, rows))), [columns, rows]);

  const number: Column<NumberedRow> = {
    name: 'Row number',
    isFigure: true,
    cell: ({ values }, place) => (
      <button
        type="button"
        className="answer-number"
        aria-expanded={whole.has(values)}
        aria-label={`Row ${place + 1} in full`}
        title={whole.has(values) ? 'Show less' : 'Show in full'}
        onClick={() => {
          const next = new Set(whole);
          if (!next.delete(values)) next.add(values);
          setWhole(next);
        }}
      >
        {place + 1}
      </button>
    ),
  };
  const given = columns.map(
    (name): Column<NumberedRow> => ({
      name,
      isFigure: figures.has(name),
      sortBy: ({ values }) => sortKey(values[name]),
      cell: ({ values }) => (
        <div className={isLong(values[name]) ? 'answer-cell answer-long' : 'answer-cell'}>
          <Cell value={values[name]} nameOf={nameOf} />
        </div>
      ),
    }),
  );
  return (
    <VirtualTable
      name="Answer"
      className="answer-table"
      columns={[number, ...given]}
      rows={numbered}
      order={order}
      onOrder={(next) => setAsking({ order: next })}
      classOfRow={({ values }) => (whole.has(values) ? 'answer-whole' : undefined)}
    />
  );
}

function isFigure(column: string, rows: readonly Row[]): boolean {
  return rows.every((row) => typeof (row[column] ?? 0) === 'number');
}

/** A number by itself, all else by its text, without regard to case; what shows nothing has no place among the others. */
function sortKey(value: unknown): string | number | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === 'number' ? value : textOf(value).toLowerCase() || undefined;
}

/** Sentences take room from names, else each would be a column of single words. */
function isLong(value: unknown): boolean {
  return (typeof value === 'string' || typeof value === 'object') && textOf(value).length > 60;
}
