/**
 * An answer as JSON lines, sent while the database still works: first `{"columns"}`, then `{"row"}` for each, and last
 * `{"end"}` with what the whole answer would say beside its rows, or `{"error"}`. What fails before the first row is
 * answered as any error.
 */
import { QueryError, StemmaError } from '../model/index.js';
import type { QueryOptions, QueryResult } from '../store/store.js';

export const JSON_LINES = 'application/x-ndjson';

type Run = (options: Required<Pick<QueryOptions, 'onRows' | 'signal'>>) => Promise<QueryResult>;

/** @param gone aborted when the client goes away @throws what `run` throws before it has given rows */
export async function streamRows(run: Run, gone: AbortSignal): Promise<Response> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const stop = new AbortController();
  // Whoever reads no longer, wants no rows.
  writer.closed.catch(() => stop.abort());
  const encoder = new TextEncoder();
  const write = (lines: unknown[]) =>
    writer.write(encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));

  let headed = false;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const onRows: QueryOptions['onRows'] = async (rows, columns) => {
    begin();
    const head = headed ? [] : [{ columns }];
    headed = true;
    await write([...head, ...rows.map((row) => ({ row }))]);
  };
  const running = run({ onRows, signal: AbortSignal.any([gone, stop.signal]) });
  await Promise.race([begun, running]);
  void running
    .then(async ({ columns, rows: _, ...end }) => write([...(headed ? [] : [{ columns }]), { end }]))
    .catch((error: unknown) => write([{ error: describe(error) }]))
    .then(() => writer.close())
    .catch(() => undefined);
  return new Response(readable, { headers: { 'content-type': JSON_LINES } });
}

function describe(error: unknown) {
  if (!(error instanceof StemmaError)) return { code: 'internal', message: 'something went wrong in the server' };
  const { line, column } = error instanceof QueryError ? error : { line: undefined, column: undefined };
  return { code: error.code, message: error.message, line, column };
}
