/**
 * The main file of the embedded database's process, started by `client.ts` to answer queries and by `load.ts` to fill a
 * new database. It ends with the process that started it, and its end costs that one nothing but a restart.
 */
import { on } from 'node:events';
import type { Row } from '../store.js';
import { answerOne } from './answer.js';
import { type Connection, openDatabase } from './database.js';
import { FillMessageSchema, fillDatabase } from './fill.js';
import type { QueryRequest, Reply, SentError, TakenMessage } from './protocol.js';
import { RoleSchema } from './protocol.js';

const send = (reply: Reply) => process.send?.(reply);

// Ctrl-C reaches the whole group of processes; ours ends when the one that started it says so, or is gone.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const [, , role, path = '', folder = ''] = process.argv;
try {
  if (RoleSchema.parse(role) === 'fill') {
    await fillDatabase(path, folder, fillMessages(on(process, 'message')), (done) => send({ is: 'progress', done }));
    send({ is: 'filled' });
  } else await answerQueries(path);
} catch (error) {
  send({ is: 'failed', message: error instanceof Error ? error.message : String(error) });
}

async function* fillMessages(events: AsyncIterable<unknown[]>) {
  for await (const [message] of events) yield FillMessageSchema.parse(message);
}

async function answerQueries(databasePath: string): Promise<void> {
  const { connect } = await openDatabase(databasePath, 'read');
  const idle: Connection[] = [];
  const taken = new Map<number, () => void>();
  process.on('message', async (message: QueryRequest | TakenMessage) => {
    if ('taken' in message) {
      taken.get(message.taken)?.();
      taken.delete(message.taken);
      return;
    }
    const { id } = message;
    const handOn = (columns: string[], rows: Row[]) =>
      new Promise<void>((resolve) => {
        taken.set(id, resolve);
        send({ is: 'rows', id, columns, rows });
      });
    const connection = idle.pop() ?? connect();
    const answer = await answerOne(connection, message, handOn).catch((error: unknown) => error as SentError);
    idle.push(connection);
    if ('of' in answer) send({ is: 'error', id, error: answer });
    else send({ is: 'answer', id, ...answer });
  });
  send({ is: 'ready' });
}
