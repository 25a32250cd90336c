/**
 * The one file that imports the embedded database's package; it runs in the database's own process only. The package's
 * install script copies a binary that lies ready in a sibling package; where scripts were not run, the sibling is used.
 */
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import type { Connection, Database } from '@ladybugdb/core';

interface Ladybug {
  Database: typeof Database;
  Connection: typeof Connection;
}

const MIB = 1024 * 1024;
/** Memory for answering: joins over 75,000 papers need a gigabyte. A query that needs more is refused, and the machine stays usable. */
const READING_BYTES = Math.min(2048 * MIB, Math.max(512 * MIB, Math.floor(totalmem() / 4 / MIB) * MIB));
/** Memory for loading: half a gigabyte is too little for 75,000 papers at once. */
const LOADING_BYTES = Math.min(4096 * MIB, Math.max(512 * MIB, Math.floor(totalmem() / 2 / MIB) * MIB));
/** Address space that the open database reserves; without a limit it is 8 TB, which small machines refuse. */
const MAX_BYTES = 2 ** 36;

/**
 * Of the log: no limit of its own to its length, no silence about what cannot be read, and no checksums, which go wrong
 * in this version for some rows with long lists (found with a paper of 53 authors; what the log holds is right).
 */
const LOG = [-1, true, false] as const;

function loadPackage(): Ladybug {
  const require = createRequire(import.meta.url);
  try {
    return require('@ladybugdb/core') as Ladybug;
  } catch (error) {
    try {
      return require(`@ladybugdb/core-${process.platform}-${process.arch}`) as Ladybug;
    } catch {
      throw error;
    }
  }
}

export type { Connection, Database, PreparedStatement, QueryResult } from '@ladybugdb/core';

/**
 * What a database is opened for. Several processes may `read` one file. What is changed under `update` stays in the log
 * beside the file, which readers take into account: a checkpoint would write all edges anew.
 */
export type Purpose = 'read' | 'fill' | 'update';

export async function openDatabase(
  path: string,
  purpose: Purpose,
): Promise<{ database: Database; connect: () => Connection }> {
  const ladybug = loadPackage();
  const bytes = purpose === 'read' ? READING_BYTES : LOADING_BYTES;
  const checkpoints = purpose !== 'update';
  const database = new ladybug.Database(path, bytes, true, purpose === 'read', MAX_BYTES, checkpoints, ...LOG);
  await database.init();
  return { database, connect: () => new ladybug.Connection(database) };
}
