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
/** Clients that send slowly are cut: so long for the headers, and for all of 32 MB of papers. */
const HEADERS_MS = 15_000;
const REQUEST_MS = 120_000;
const MOST_CONNECTIONS = 1_000;
/** How long an orderly end waits for what is under way. */
const PATIENCE_MS = 20_000;

export interface ServerOptions extends Omit<AppOptions, 'hosts' | 'token'> {
  host: string;
  port: number;
  /** What clients elsewhere must know; needed where `host` is no loopback address, unless `publishedOnLoopback`. */
  token?: string;
  /** All that reaches the server comes from this machine, as a container's port is published on loopback only. */
  publishedOnLoopback?: boolean;
}

/** Whether only programs of the same machine can reach this address. */
export function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === 'localhost' || host === '::1';
}

/** @throws StemmaError `port-taken` when another program listens there */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, token, publishedOnLoopback, ...rest } = options;
  const ownOnly = isLoopback(host) || publishedOnLoopback === true;
  if (!ownOnly && token === undefined) throw new Error('a server for others needs a token');
  const app = createApp({
    ...rest,
    ...(ownOnly ? { hosts: LOOPBACK } : {}),
    ...(token === undefined ? {} : { token }),
  });
  const server = serve({
    fetch: app.fetch,
    hostname: host,
    port,
    serverOptions: { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 5_000 },
  });
  server.maxConnections = MOST_CONNECTIONS;
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
        const impatient = setTimeout(
          () => 'closeAllConnections' in server && server.closeAllConnections(),
          PATIENCE_MS,
        );
        server.close(() => {
          clearTimeout(impatient);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}
