/** Refuses requests that name another host: a page elsewhere must not reach a loopback server by rebinding a name. */
import type { MiddlewareHandler } from 'hono';

/** @param hosts host names without a port, in lower case */
export function onlyHosts(hosts: readonly string[]): MiddlewareHandler {
  const named = (authority: string) => hosts.includes(authority.toLowerCase().replace(/:\d+$/, ''));
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const origin = c.req.header('origin');
    if (!named(host) || (origin !== undefined && !(URL.canParse(origin) && named(new URL(origin).host)))) {
      const message = `this server answers only to ${hosts.join(', ')}`;
      return c.json({ error: { code: 'wrong-host', message } }, 403);
    }
    await next();
  };
}
