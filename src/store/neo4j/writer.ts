/**
 * Writes to Neo4j: each batch is a managed transaction, which the driver tries again while the server cannot take it. Where
 * nothing of the graph is there yet, rows are created without a look for what they might change; nobody knows whether a
 * transaction that is tried again was written the first time, so that is then looked for.
 */
import type { EdgeType, NodeLabel } from '../../model/index.js';
import { readLoadStatement } from '../schema.js';
import { type BatchStatement, batchRows, batchStatement } from './batch-statement.js';
import { connect, type Driver, Neo4jError, type Neo4jSettings, type Record as Row } from './driver.js';
import type { EdgeRow, NodeRow } from './rows.js';

/** A server that is started again within this time is waited for: batches can be written twice without harm. */
const RETRY_MS = 120_000;
/** Rows that one transaction writes. */
const BATCH = 5_000;

export class Writer {
  readonly #driver: Driver;
  readonly #statements = new Map<NodeLabel | EdgeType, Promise<BatchStatement>>();
  /** Whether nothing of the graph is there but what this writer wrote. */
  isFresh = false;

  /** @param name the graph's name, which every node and relationship carries */
  constructor(
    private readonly settings: Neo4jSettings,
    private readonly name: string,
  ) {
    this.#driver = connect(settings, RETRY_MS);
  }

  /** Whether somebody answers, and lets us in; asked once, without waiting for a server to start. */
  async verify(): Promise<void> {
    const { database } = this.settings;
    await this.#driver.verifyConnectivity(database === undefined ? {} : { database });
  }

  /** One statement in a transaction of its own; `$graph` is the graph's name. */
  async run(statement: string, parameters: { [key: string]: unknown } = {}): Promise<Row[]> {
    const { database } = this.settings;
    const { records } = await this.#driver.executeQuery(
      statement,
      { graph: this.name, ...parameters },
      database === undefined ? {} : { database },
    );
    return records;
  }

  /**
   * One statement over the rows, in one transaction.
   * @param create the statement for rows that are not there, where nobody else can have written them
   */
  async write(statement: string, rows: readonly unknown[], create = statement): Promise<Row[]> {
    const { database } = this.settings;
    const session = this.#driver.session({
      // What one transaction wrote the next one sees, on whatever member of a cluster it runs.
      bookmarkManager: this.#driver.executeQueryBookmarkManager,
      ...(database === undefined ? {} : { database }),
    });
    let attempts = 0;
    const write = () =>
      session.executeWrite(async (transaction) => {
        const text = ++attempts === 1 && this.isFresh ? create : statement;
        return (await transaction.run(text, { graph: this.name, rows })).records;
      });
    try {
      return await write().catch((error: unknown) => {
        if (!isTaken(error)) throw error;
        // Another client loads the same graph at the same time, and was first.
        this.isFresh = false;
        return write();
      });
    } finally {
      await session.close();
    }
  }

  /**
   * Runs files of `cypher/load/` over all items: rows are gathered for each file until they make a batch.
   * Nodes are answered with their `id` and `element`, the server's id of them.
   * @param lanes how many transactions may be under way at once, now
   * @param written called for each transaction that is done, with how many rows it wrote and what it answered
   */
  async writeAll<T>(
    items: Iterable<T>,
    fileOf: (item: T) => NodeLabel | EdgeType,
    toRow: (item: T) => NodeRow | EdgeRow,
    lanes: () => number,
    written: (rows: number, answer: readonly Row[]) => void,
  ): Promise<void> {
    const waiting = new Map<NodeLabel | EdgeType, (NodeRow | EdgeRow)[]>();
    const underWay = new Set<Promise<void>>();
    let failure: { error: unknown } | undefined;
    // The next batch is made while the last one is under way.
    const send = async (file: NodeLabel | EdgeType, rows: (NodeRow | EdgeRow)[]) => {
      while (underWay.size >= lanes()) await Promise.race(underWay);
      if (failure) throw failure.error;
      const sent: Promise<void> = this.#writeBatch(file, rows)
        .then(
          (answer) => written(rows.length, answer),
          (error: unknown) => {
            failure ??= { error };
          },
        )
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
    };
    try {
      for (const item of items) {
        const file = fileOf(item);
        const rows = waiting.get(file) ?? [];
        waiting.set(file, rows);
        if (rows.push(toRow(item)) < BATCH) continue;
        waiting.delete(file);
        await send(file, rows);
      }
      for (const [file, rows] of waiting) await send(file, rows);
    } finally {
      await Promise.all(underWay);
    }
    if (failure) throw failure.error;
  }

  async #writeBatch(file: NodeLabel | EdgeType, rows: readonly (NodeRow | EdgeRow)[]): Promise<Row[]> {
    const reading = this.#statements.get(file) ?? readLoadStatement(file).then((text) => batchStatement(text, file));
    this.#statements.set(file, reading);
    const { merge, create } = await reading;
    return this.write(merge, batchRows(rows), create);
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}

/** Whether a node with the same id is there. */
function isTaken(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.endsWith('Schema.ConstraintValidationFailed');
}
