/** Files and standard input as chunks of bytes, unpacked on the way where they are gzip. */
import type { BigIntStats } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

/** How a source ended. */
export interface Ending {
  /** The packed data stopped before their end, or were damaged. */
  truncated?: true;
  /** The packed data grow beyond all measure: what comes after was not read. */
  bomb?: true;
  /** The system refused to go on reading, and what it said. */
  unreadable?: string;
  /** The file was written to while it was read. */
  changed?: true;
}

/** The bytes of a file, plain or gzip. Never throws for what it meets: `ending` says what went wrong, after the last chunk. */
export async function* readBytes(source: string | AsyncIterable<unknown>, ending: Ending): AsyncGenerator<Buffer> {
  const chunks = guarded(typeof source === 'string' ? fileBytes(source, ending) : source, ending);
  try {
    let head = Buffer.alloc(0);
    while (head.length < 2) {
      const next = await chunks.next();
      if (next.done) break;
      head = Buffer.concat([head, next.value]);
    }
    const whole = prepend(head, chunks);
    if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzip(whole, ending);
    else yield* whole;
  } finally {
    await chunks.return(undefined);
  }
}

async function* guarded(source: AsyncIterable<unknown>, ending: Ending): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) yield toBuffer(chunk);
  } catch (error) {
    ending.unreadable = error instanceof Error ? error.message : String(error);
  }
}

/** A file that another takes the place of is read to its own end; what is written into it meanwhile may be half there. */
async function* fileBytes(path: string, ending: Ending): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const before = await file.stat({ bigint: true });
    yield* file.createReadStream({ autoClose: false });
    const after = await file.stat({ bigint: true });
    if (before.isFile() && isOtherThan(before, after)) ending.changed = true;
  } finally {
    await file.close();
  }
}

function isOtherThan(before: BigIntStats, after: BigIntStats): boolean {
  return before.size !== after.size || before.mtimeNs !== after.mtimeNs;
}

function toBuffer(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.from(String(chunk));
}

async function* prepend(head: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  yield* rest;
}

/** Text packs to a tenth, the same line over and over to a five-hundredth; zeros, to a thousandth. */
const MOST_GROWTH = 300;
/** Below this size any growth is harmless. */
const HARMLESS_BYTES = 100_000_000;

/**
 * Unpacks piece by piece. Driven by hand, because a pipeline throws away what it had already unpacked when the end is
 * missing, and those papers are to be kept.
 */
async function* gunzip(chunks: AsyncIterable<Buffer>, ending: Ending): AsyncGenerator<Buffer> {
  const unpacker = createGunzip();
  let unpacked: Buffer[] = [];
  let failed = false;
  let sizeIn = 0;
  let sizeOut = 0;
  unpacker.on('data', (chunk: Buffer) => {
    unpacked.push(chunk);
    sizeOut += chunk.length;
  });
  const over = new Promise<void>((resolve) => {
    unpacker.once('end', resolve);
    unpacker.once('error', () => {
      failed = true;
      resolve();
    });
  });
  try {
    for await (const chunk of chunks) {
      sizeIn += chunk.length;
      await Promise.race([new Promise<void>((resolve) => unpacker.write(chunk, () => resolve())), over]);
      const ready = unpacked;
      unpacked = [];
      yield* ready;
      if (failed) break;
      if (sizeOut > HARMLESS_BYTES && sizeOut > sizeIn * MOST_GROWTH) {
        ending.bomb = true;
        return;
      }
    }
    if (!failed) unpacker.end();
    await over;
    yield* unpacked;
    if (failed) ending.truncated = true;
  } finally {
    unpacker.destroy();
  }
}
