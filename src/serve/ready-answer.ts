/** An answer that many ask for and that is the same for all: made, written and compressed once. */
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';

export class ReadyAnswer {
  readonly #text: Uint8Array<ArrayBuffer>;
  readonly #compressed: Uint8Array<ArrayBuffer>;

  constructor(value: unknown) {
    this.#text = new Uint8Array(Buffer.from(JSON.stringify(value)));
    this.#compressed = new Uint8Array(gzipSync(this.#text));
  }

  respond(c: Context): Response {
    c.header('content-type', 'application/json');
    c.header('vary', 'accept-encoding', { append: true });
    if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(this.#text);
    c.header('content-encoding', 'gzip');
    return c.body(this.#compressed);
  }
}
