/** One line a request, for programs that gather logs: no query strings, bodies or headers, in which secrets may stand. */
import type { MiddlewareHandler } from 'hono';

export interface RequestLine {
  /** ISO 8601. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** @param write takes each line as it is written */
export function logRequests(write: (line: RequestLine) => void): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    const time = new Date().toISOString();
    await next();
    const milliseconds = Math.round(performance.now() - start);
    write({ time, method: c.req.method, path: c.req.path, status: c.res.status, milliseconds });
  };
}
