/**
 * Neo4j as a store. READ mode alone still lets a query load files and addresses, call procedures and look at the server,
 * so each query is explained first, and only reading plans are run.
 */
import { QueryError, StoreError } from '../../model/index.js';
import { checkWords } from '../check-words.js';
import { parameterNames, tokenizeCypher } from '../cypher-text.js';
import type { Json, QueryOptions, QueryResult, Store } from '../store.js';
import { connect, type Driver, endsWithin, type Neo4jSettings, READ, toJson, toParameter } from './driver.js';
import { explainFailure } from './failure.js';
import { checkPlan } from './guard.js';

/** The server ends a query at its time itself; when it has not by then, the session is closed, which ends it too. */
const GRACE_MS = 1_000;
/** A first query is planned on a cold server: its planning has a time of its own. */
const PLAN_MS = 15_000;

type Session = ReturnType<Driver['session']>;

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
    let giveUp: (error: Error) => void = () => undefined;
    const givenUp = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    const abort = () => giveUp(new QueryError('aborted', 'the query was given up'));
    signal?.addEventListener('abort', abort, { once: true });
    const overdue = () => giveUp(new QueryError('timeout', `the query took longer than its ${options.timeoutMs} ms`));
    const timer = setTimeout(overdue, PLAN_MS + options.timeoutMs + GRACE_MS);
    try {
      const answering = this.#answer(session, cypher, options);
      // Once given up, nobody listens to how it ends.
      answering.catch(() => undefined);
      return { ...(await Promise.race([answering, givenUp])), milliseconds: performance.now() - started };
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      session.close().catch(() => undefined);
    }
  }

  async #answer(
    session: Session,
    cypher: string,
    { parameters = {}, maxRows, timeoutMs }: QueryOptions,
  ): Promise<Omit<QueryResult, 'milliseconds'>> {
    let before = 0;
    try {
      const tokens = tokenizeCypher(cypher);
      checkWords(cypher, tokens);
      const sent: Record<string, unknown> = {};
      for (const name of parameterNames(tokens)) {
        const value = parameters[name];
        if (value === undefined) throw new QueryError('missing-parameter', `the parameter $${name} has no value`);
        sent[name] = toParameter(value);
      }
      if (tokens[0]?.text.toUpperCase() !== 'EXPLAIN') {
        before = 1;
        const { summary } = await session.run(`EXPLAIN\n${cypher}`, sent, { timeout: PLAN_MS });
        checkPlan(summary.queryType, summary.plan);
        before = 0;
      }
      const transaction = session.beginTransaction({ timeout: timeoutMs });
      const running = transaction.run(cypher, sent);
      const columns = await running.keys();
      const records: unknown[][] = [];
      let truncated = false;
      for await (const record of running) {
        if (records.length === maxRows) {
          truncated = true;
          break;
        }
        records.push(columns.map((column) => record.get(column)));
      }
      const ends = new Set<string>();
      endsWithin(records, ends);
      const ids = new Map<string, string>();
      if (ends.size > 0) {
        const found = await transaction.run(
          'UNWIND $ends AS end MATCH (n) WHERE elementId(n) = end RETURN end, n.id AS id',
          { ends: [...ends] },
        );
        for (const record of found.records) ids.set(String(record.get('end')), String(record.get('id')));
      }
      await transaction.close();
      const rows = records.map((values) =>
        Object.fromEntries(columns.map((column, index) => [column, this.#json(values[index], ids)])),
      );
      return { columns: columns.map(String), rows, truncated };
    } catch (error) {
      throw explainFailure(error, before);
    }
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
