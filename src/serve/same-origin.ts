/** Refuses writes that a page of another origin sends: only the explorer itself and programs may change the graph. */
import type { MiddlewareHandler } from 'hono';

/** Browsers tell where a request comes from (Origin, Sec-Fetch-Site); programs send neither. */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  const foreign = origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
  if (c.req.method === 'POST' && (foreign || (site !== undefined && site !== 'same-origin'))) {
    const message = 'a page of another origin may not change the graph';
    return c.json({ error: { code: 'wrong-origin', message } }, 403);
  }
  await next();
};
