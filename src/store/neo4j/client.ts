/**
 * Neo4j as a store. READ mode alone still lets a query load files and addresses, call procedures and look at the server,
 * so each query is explained first, and only reading plans are run.
 */
import { QueryError, StoreError } from '../../model/index.js';
import { checkWords } from '../check-words.js';
import { parameterNames, placeOf, tokenizeCypher } from '../cypher-text.js';
import { blank, splitPrefix } from '../statement-prefix.js';
import {
  BATCH,
  type Json,
  type Limit,
  MAX_BYTES,
  type QueryOptions,
  type QueryResult,
  type Row,
  type Store,
  sizeOf,
} from '../store.js';
import { connect, type Driver, endsWithin, type Neo4jSettings, READ, toJson, toParameter } from './driver.js';
import { explainFailure, limitOf } from './failure.js';
import { checkPlan } from './guard.js';
import { planStep, profileStep } from './plan-tree.js';

/** The server ends a query at its time itself; when it has not by then, the session is closed, which ends it too. */
const GRACE_MS = 1_000;
/** A first query is planned on a cold server: its planning has a time of its own. */
const PLAN_MS = 15_000;

type Session = ReturnType<Driver['session']>;
type Transaction = ReturnType<Session['beginTransaction']>;
type Answer = Omit<QueryResult, 'milliseconds'>;
/** Rejects with `timeout` where the step is not taken when the query's time and that of its planning are over. */
type InTime = <T>(step: PromiseLike<T>) => Promise<T>;

export class Neo4jStore implements Store {
  readonly kind = 'neo4j';
  readonly #driver: Driver;
  #closed = false;

  constructor(private readonly settings: Neo4jSettings) {
    this.#driver = connect(settings);
  }

  async query(cypher: string, options: QueryOptions): Promise<QueryResult> {
    if (this.#closed) throw new StoreError('closed', 'the store is closed');
    const { signal } = options;
    if (signal?.aborted) throw new QueryError('aborted', 'the query was given up');
    const started = performance.now();
    const session = this.#driver.session({
      defaultAccessMode: READ,
      fetchSize: 1_000,
      ...(this.settings.database === undefined ? {} : { database: this.settings.database }),
    });
    const [givenUp, giveUp] = rejection();
    const abort = () => giveUp(new QueryError('aborted', 'the query was given up'));
    signal?.addEventListener('abort', abort, { once: true });
    const [overdue, end] = rejection();
    const timer = setTimeout(
      () => end(new QueryError('timeout', `the query took longer than its ${options.timeoutMs} ms`)),
      PLAN_MS + options.timeoutMs + GRACE_MS,
    );
    try {
      const answering = this.#answer(session, cypher, options, (step) => Promise.race([step, overdue]));
      // Once given up, nobody listens to how it ends.
      answering.catch(() => undefined);
      return { ...(await Promise.race([answering, givenUp])), milliseconds: performance.now() - started };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      session.close().catch(() => undefined);
    }
  }

  async #answer(session: Session, cypher: string, options: QueryOptions, inTime: InTime): Promise<Answer> {
    const { parameters = {}, timeoutMs } = options;
    let before = 0;
    try {
      const tokens = tokenizeCypher(cypher);
      const prefix = splitPrefix(tokens);
      checkWords(prefix.body, (offset) => placeOf(cypher, offset));
      const sent: Record<string, unknown> = {};
      for (const name of parameterNames(tokens)) {
        const value = parameters[name];
        if (value === undefined) throw new QueryError('missing-parameter', `the parameter $${name} has no value`);
        sent[name] = toParameter(value);
      }
      const asking = prefix.tokens.filter(({ text }) => /^(?:EXPLAIN|PROFILE)$/i.test(text));
      const query = blank(cypher, asking);
      before = 1;
      const { summary } = await inTime(session.run(`EXPLAIN\n${query}`, sent, { timeout: PLAN_MS }));
      checkPlan(summary.queryType, summary.plan);
      const empty = { columns: [], rows: [], truncated: false };
      if (prefix.mode === 'explain' && summary.plan) return { ...empty, plan: planStep(summary.plan) };
      if (prefix.mode === 'profile') {
        const profiled = await inTime(session.run(`PROFILE\n${query}`, sent, { timeout: timeoutMs }));
        if (profiled.summary.profile) return { ...empty, plan: profileStep(profiled.summary.profile) };
      }
      before = 0;
      return await this.#rows(session.beginTransaction({ timeout: timeoutMs }), query, sent, options, inTime);
    } catch (error) {
      throw explainFailure(error, before);
    }
  }

  /** Where its time or its memory is used up after the first row, the rows until then are the answer. */
  async #rows(
    transaction: Transaction,
    query: string,
    sent: Record<string, unknown>,
    { maxRows, onRows }: QueryOptions,
    inTime: InTime,
  ): Promise<Answer> {
    const running = transaction.run(query, sent);
    const columns = (await inTime(running.keys())).map(String);
    const rows: Row[] = [];
    let waiting: unknown[][] = [];
    let count = 0;
    let size = 0;
    let truncatedBy: Limit | undefined;
    const handOn = async () => {
      const batch = await this.#toRows(transaction, columns, waiting);
      waiting = [];
      if (onRows) await onRows(batch, columns);
      else {
        rows.push(...batch);
        size += sizeOf(batch);
      }
    };
    const records = running[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { done, value } = await inTime(records.next());
        if (done) break;
        truncatedBy = count === maxRows ? 'rows' : size > MAX_BYTES ? 'size' : undefined;
        if (truncatedBy) break;
        count++;
        waiting.push(columns.map((column) => value.get(column)));
        if (waiting.length === BATCH) await handOn();
      }
      if (waiting.length > 0) await handOn();
      await records.return?.();
      await transaction.close();
    } catch (error) {
      truncatedBy = limitOf(error);
      if (truncatedBy === undefined || count === 0) throw error;
      if (waiting.length > 0) await handOn();
    }
    return { columns, rows, truncated: truncatedBy !== undefined, ...(truncatedBy ? { truncatedBy } : {}) };
  }

  /** Of the ends of relationships the server tells its own ids only; ours are asked for. */
  async #toRows(transaction: Transaction, columns: readonly string[], records: unknown[][]): Promise<Row[]> {
    const ends = new Set<string>();
    endsWithin(records, ends);
    const ids = new Map<string, string>();
    if (ends.size > 0) {
      const ask = 'UNWIND $ends AS end MATCH (n) WHERE elementId(n) = end RETURN end, n.id AS id';
      const given = { ends: [...ends] };
      // A transaction whose time or memory is used up answers nothing more.
      const found = await transaction.run(ask, given).catch(() => this.#readApart(ask, given));
      for (const record of found.records) ids.set(String(record.get('end')), String(record.get('id')));
    }
    return records.map((values) =>
      Object.fromEntries(columns.map((column, index) => [column, this.#json(values[index], ids)])),
    );
  }

  #readApart(text: string, parameters: Record<string, unknown>) {
    const { database } = this.settings;
    const where = database === undefined ? {} : { database };
    return this.#driver.executeQuery(text, parameters, { routing: 'READ', ...where });
  }

  #json(value: unknown, ids: ReadonlyMap<string, string>): Json {
    return toJson(value, (elementId) => ids.get(elementId));
  }

  async healthy(): Promise<boolean> {
    if (this.#closed) return false;
    try {
      await this.#driver.verifyConnectivity();
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#driver.close();
  }
}

/** A promise that is rejected when it is asked for, and that nobody need listen to. */
function rejection(): [Promise<never>, (error: Error) => void] {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_, by) => {
    reject = by;
  });
  promise.catch(() => undefined);
  return [promise, reject];
}
