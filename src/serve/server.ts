/** The socket: binds the interface to an address and ends it in an orderly way. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { StemmaError } from '../model/index.js';
import { type AppOptions, createApp } from './app.js';

export interface RunningServer {
  /** Where the explorer is, such as `http://127.0.0.1:4747/`. */
  readonly url: string;
  /** Answers what is under way, then ends. */
  close(): Promise<void>;
}

const KEEP_ALIVE_MS = 120_000;
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** @throws StemmaError `port-taken` when another program listens there */
export async function startServer(
  options: Omit<AppOptions, 'hosts'> & { host: string; port: number },
): Promise<RunningServer> {
  const { host, port, ...rest } = options;
  const loopback = host === '127.0.0.1' || host === 'localhost' || host === '::1';
  const app = createApp({ ...rest, ...(loopback ? { hosts: LOOPBACK } : {}) });
  const server = serve({ fetch: app.fetch, hostname: host, port });
  // Putting a large graph in force takes seconds: a connection that waits meanwhile is not idle.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEP_ALIVE_MS;
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const message = taken
        ? `port ${port} of ${host} is taken by another program; choose one with --port, or --port 0 for any free one`
        : `cannot listen on ${host}:${port}: ${error.message}`;
      reject(new StemmaError(taken ? 'port-taken' : 'cannot-listen', message, { cause: error }));
    });
    server.once('listening', () => resolve(server.address() as AddressInfo));
  });
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}
