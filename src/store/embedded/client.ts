/**
 * The embedded store as the rest of Stemma sees it. The database runs in a process of its own, started with the first
 * query: a crash, a hang or an endless query ends that process and never this one, and other queries are asked again.
 */
import type { ChildProcess } from 'node:child_process';
import { QueryError, StoreError } from '../../model/index.js';
import type { QueryOptions, QueryResult, Row, Store } from '../store.js';
import { forkDatabase } from './fork.js';
import { type QueryRequest, type Reply, ReplySchema, type TakenMessage } from './protocol.js';

/** How long the process may take to open the database. */
const START_MS = 30_000;
/** The database ends a query at its time itself; when it has not by then, its process is ended. */
const GRACE_MS = 500;
/** Queries that run at once: as many as there are threads for them. The others wait, and their time does not run. */
const AT_ONCE = 4;
/** A query whose process ended under it is asked this often. */
const ATTEMPTS = 2;

interface Waiting {
  request: QueryRequest;
  attempts: number;
  started: number;
  timer: NodeJS.Timeout | undefined;
  onRows: QueryOptions['onRows'];
  /** Those that nobody takes as they come. */
  rows: Row[];
  settle(outcome: QueryResult | Error): void;
}

export class EmbeddedStore implements Store {
  readonly kind = 'embedded';
  #child: ChildProcess | undefined;
  #ready = false;
  #startTimer: NodeJS.Timeout | undefined;
  #closed = false;
  #lastId = 0;
  readonly #queued: Waiting[] = [];
  readonly #running = new Map<number, Waiting>();

  /** @param path the database file of a graph folder (`openGraph(dir).databasePath`); opened with the first query */
  constructor(private readonly path: string) {}

  /** The database's process, where one runs. */
  get processId(): number | undefined {
    return this.#child?.pid;
  }

  query(cypher: string, { parameters = {}, maxRows, timeoutMs, signal, onRows }: QueryOptions): Promise<QueryResult> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new StoreError('closed', 'the store is closed'));
      if (signal?.aborted) return reject(new QueryError('aborted', 'the query was given up'));
      const abort = () => this.#abort(waiting);
      const waiting: Waiting = {
        request: { id: ++this.#lastId, cypher, parameters, maxRows, timeoutMs, whole: onRows === undefined },
        onRows,
        rows: [],
        attempts: 0,
        started: performance.now(),
        timer: undefined,
        settle: (outcome) => {
          signal?.removeEventListener('abort', abort);
          if (outcome instanceof Error) reject(outcome);
          else resolve(outcome);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#queued.push(waiting);
      this.#next();
    });
  }

  async healthy(): Promise<boolean> {
    try {
      await this.query('RETURN 1 AS one', { maxRows: 1, timeoutMs: 2_000, signal: AbortSignal.timeout(5_000) });
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const error = new StoreError('closed', 'the store was closed');
    for (const waiting of this.#queued.splice(0)) waiting.settle(error);
    for (const waiting of this.#running.values()) {
      clearTimeout(waiting.timer);
      waiting.settle(error);
    }
    this.#running.clear();
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    // An idle child keeps nothing alive; its end, which is waited for, must.
    child.ref();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  /** Sends what may run now, starting the process where there is none. */
  #next(): void {
    if (this.#queued.length > 0 && !this.#child) this.#start();
    while (this.#ready && this.#running.size < AT_ONCE) {
      const waiting = this.#queued.shift();
      if (!waiting) break;
      const { request } = waiting;
      this.#running.set(request.id, waiting);
      waiting.attempts++;
      waiting.rows = [];
      waiting.timer = setTimeout(() => this.#overdue(waiting), request.timeoutMs + GRACE_MS);
      this.#child?.send(request, (error) => error && this.#child?.kill('SIGKILL'));
    }
    const busy = this.#queued.length + this.#running.size > 0;
    // An idle database keeps no program alive.
    if (busy) this.#child?.ref();
    else this.#child?.unref();
    if (busy) this.#child?.channel?.ref();
    else this.#child?.channel?.unref();
  }

  #start(): void {
    let child: ChildProcess;
    try {
      child = forkDatabase('query', this.path);
    } catch (error) {
      this.#failAll(error instanceof Error ? error : new StoreError('cannot-open', String(error)));
      return;
    }
    this.#child = child;
    this.#startTimer = setTimeout(() => child.kill('SIGKILL'), START_MS);
    child.on('message', (message) => this.#receive(child, ReplySchema.parse(message)));
    child.once('error', () => this.#ended(child));
    child.once('exit', () => this.#ended(child));
  }

  #receive(child: ChildProcess, reply: Reply): void {
    if (reply.is === 'ready') {
      clearTimeout(this.#startTimer);
      this.#ready = true;
    } else if (reply.is === 'failed') {
      this.#failAll(
        new StoreError('cannot-open', `cannot open the database ${this.path}: ${reply.message}; build the graph again`),
      );
      child.kill('SIGKILL');
    } else if (reply.is === 'answer') {
      const { is: _, id, ...answer } = reply;
      this.#finish(id, ({ rows, started }) => ({ ...answer, rows, milliseconds: performance.now() - started }));
    } else if (reply.is === 'rows') {
      void this.#handOn(child, reply);
    } else if (reply.is === 'error') {
      const { of, code, message, line, column } = reply.error;
      const place = { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
      this.#finish(reply.id, () =>
        of === 'query' ? new QueryError(code, message, place) : new StoreError(code, message),
      );
    }
    this.#next();
  }

  /** What is slow to take rows is no fault of the query: its time does not run meanwhile. */
  async #handOn(child: ChildProcess, { id, rows, columns }: Extract<Reply, { is: 'rows' }>): Promise<void> {
    const waiting = this.#running.get(id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    try {
      if (waiting.onRows) {
        // Rows that were handed on cannot be taken back: the query is not asked again.
        waiting.attempts = ATTEMPTS;
        await waiting.onRows(rows, columns);
      } else waiting.rows.push(...rows);
    } catch (error) {
      this.#finish(id, () => (error instanceof Error ? error : new Error(String(error))));
      child.kill('SIGKILL');
      return;
    }
    if (this.#running.get(id) !== waiting) return;
    waiting.timer = setTimeout(() => this.#overdue(waiting), waiting.request.timeoutMs + GRACE_MS);
    if (child.connected) child.send({ taken: id } satisfies TakenMessage);
  }

  #finish(id: number, outcome: (waiting: Waiting) => QueryResult | Error): void {
    const waiting = this.#running.get(id);
    if (!waiting) return;
    this.#running.delete(id);
    clearTimeout(waiting.timer);
    waiting.settle(outcome(waiting));
  }

  #overdue(waiting: Waiting): void {
    const { id, timeoutMs } = waiting.request;
    this.#finish(id, () => new QueryError('timeout', `the query took longer than its ${timeoutMs} ms`));
    // The others are not to blame.
    for (const other of this.#running.values()) other.attempts--;
    this.#child?.kill('SIGKILL');
  }

  /** Nothing interrupts a query but its time, so its process is ended, unless the answer comes at once. */
  #abort(waiting: Waiting): void {
    const at = this.#queued.indexOf(waiting);
    if (at >= 0) this.#queued.splice(at, 1);
    waiting.settle(new QueryError('aborted', 'the query was given up'));
    if (this.#running.has(waiting.request.id)) {
      clearTimeout(waiting.timer);
      waiting.attempts = ATTEMPTS;
      waiting.timer = setTimeout(() => this.#overdue(waiting), GRACE_MS);
    }
    this.#next();
  }

  /** The process is gone: what it was working on is asked again, unless it has had its chances. */
  #ended(child: ChildProcess): void {
    if (this.#child !== child) return;
    clearTimeout(this.#startTimer);
    const neverOpened = !this.#ready;
    this.#child = undefined;
    this.#ready = false;
    const again: Waiting[] = [];
    for (const waiting of this.#running.values()) {
      clearTimeout(waiting.timer);
      if (waiting.attempts < ATTEMPTS) again.push(waiting);
      else waiting.settle(new StoreError('crashed', 'the database ended twice while it answered this query'));
    }
    this.#running.clear();
    this.#queued.unshift(...again);
    if (neverOpened) this.#failAll(new StoreError('cannot-open', `the database ${this.path} could not be opened`));
    if (!this.#closed) this.#next();
  }

  #failAll(error: Error): void {
    for (const waiting of this.#queued.splice(0)) waiting.settle(error);
  }
}
