/** The page itself. What it loads are files; only the editor makes styles while it runs, and the policy lets those in that carry this answer's nonce. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MiddlewareHandler } from 'hono';
import type { SecureHeadersVariables } from 'hono/secure-headers';

/** Stands in the built page where the nonce of an answer belongs (web/vite.config.ts). */
const NONCE_PLACE = '__NONCE__';

export function servePage(webRoot: string): MiddlewareHandler<{ Variables: SecureHeadersVariables }> {
  return async (c, next) => {
    let page: string;
    try {
      page = await readFile(join(webRoot, 'index.html'), 'utf8');
    } catch {
      // A server without a page has its interface all the same.
      return next();
    }
    // What is kept would carry another nonce than the policy that comes with it.
    c.header('Cache-Control', 'no-store');
    return c.html(page.replaceAll(NONCE_PLACE, c.get('secureHeadersNonce') ?? ''));
  };
}
