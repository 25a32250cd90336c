/** Lets in who knows the token: for servers that others on the network can reach. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const COOKIE = 'stemma-token';
/** What watches over the server asks for its health; it says nothing of the graph. */
const OPEN = '/api/health';

/**
 * Programs send `Authorization: Bearer …`. A person opens the address that ends in `?token=…` once; a cookie that no
 * script can read and no other page can use keeps it, and the address loses it.
 */
export function onlyWithToken(token: string): MiddlewareHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(token);
  const knows = (given: string | undefined) => given !== undefined && timingSafeEqual(digest(given), expected);
  return async (c, next) => {
    const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (c.req.path === OPEN || knows(bearer) || knows(getCookie(c, COOKIE))) return next();
    const url = new URL(c.req.url);
    if (c.req.method === 'GET' && knows(url.searchParams.get('token') ?? undefined)) {
      url.searchParams.delete('token');
      setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect(url.pathname + url.search, 303);
    }
    const message = 'this server asks for its token: open the address that it printed, or send it as a bearer token';
    return c.json({ error: { code: 'no-token', message } }, 401, { 'www-authenticate': 'Bearer' });
  };
}
