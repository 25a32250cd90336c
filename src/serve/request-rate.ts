/** Holds back a client that asks without pause: for servers that others on the network can reach. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { MiddlewareHandler } from 'hono';

/** Far more than a page asks for, whoever walks through it. */
const MOST = 600;
const WINDOW_MS = 10_000;
/** Clients that are remembered; the ones before them begin anew. */
const MOST_CLIENTS = 10_000;

/** Counts the requests of each address in windows of ten seconds. */
export function requestRate(now: () => number = () => performance.now()): MiddlewareHandler {
  const seen = new Map<string, { since: number; count: number }>();
  return async (c, next) => {
    const address = getConnInfo(c).remote.address ?? '';
    const time = now();
    let client = seen.get(address);
    if (!client || time - client.since > WINDOW_MS) {
      if (seen.size >= MOST_CLIENTS) seen.clear();
      client = { since: time, count: 0 };
      seen.set(address, client);
    }
    if (++client.count <= MOST) return next();
    const seconds = Math.ceil((client.since + WINDOW_MS - time) / 1_000);
    const message = `more than ${MOST} requests in ${WINDOW_MS / 1_000} s: wait ${seconds} s`;
    return c.json({ error: { code: 'too-many-requests', message } }, 429, { 'retry-after': String(seconds) });
  };
}
