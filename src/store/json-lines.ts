/** Our own files of JSON lines, which grow to gigabytes: read and written in large pieces. */
import type { Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';

const PIECE_BYTES = 1 << 22;
const PIECE_LENGTH = 1 << 20;
const NEWLINE = 10;

/** The lines of a file, without their ends. */
export function* readLines(path: string): Generator<string> {
  for (const lines of readPieces(path)) yield* lines.toString('utf8').split('\n');
}

/**
 * Shows the lines of a file as bytes, without their ends, to whoever needs but some of them or a part of each.
 * @param see gets bytes that hold the line, and where in them it starts and ends; they are used again afterwards
 */
export function eachLine(path: string, see: (bytes: Buffer, start: number, end: number) => void): void {
  for (const lines of readPieces(path)) {
    for (let start = 0; start <= lines.length; ) {
      const newline = lines.indexOf(NEWLINE, start);
      const end = newline < 0 ? lines.length : newline;
      see(lines, start, end);
      start = end + 1;
    }
  }
}

/** Shows the lines that hold a text, as `eachLine` does; what stands between them is not cut into lines. */
export function eachLineWith(
  path: string,
  text: string,
  see: (bytes: Buffer, start: number, end: number) => void,
): void {
  const sought = Buffer.from(text);
  for (const lines of readPieces(path)) {
    for (let at = lines.indexOf(sought); at >= 0; ) {
      const newline = lines.indexOf(NEWLINE, at);
      const end = newline < 0 ? lines.length : newline;
      see(lines, lines.lastIndexOf(NEWLINE, at) + 1, end);
      at = lines.indexOf(sought, end);
    }
  }
}

/** The file in pieces of whole lines, each without its last line's end; the bytes of one are used again for the next. */
function* readPieces(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(PIECE_BYTES);
    let filled = 0;
    for (;;) {
      const got = readSync(file, buffer, filled, buffer.length - filled, null);
      if (got === 0) break;
      filled += got;
      const end = buffer.subarray(0, filled).lastIndexOf(NEWLINE) + 1;
      if (end > 0) {
        yield buffer.subarray(0, end - 1);
        buffer.copyWithin(0, end, filled);
        filled -= end;
      } else if (filled === buffer.length) {
        // A line that is longer than a piece.
        buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
      }
    }
    if (filled > 0) yield buffer.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}

/** Writes texts as the lines of a new file, safe on disk at the end, and adds its bytes to the hash. */
export async function writeLines(path: string, lines: Iterable<string>, hash: Hash): Promise<void> {
  const file = await open(path, 'w');
  try {
    let waiting = '';
    const flush = async () => {
      const bytes = Buffer.from(waiting, 'utf8');
      waiting = '';
      hash.update(bytes);
      for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done)).bytesWritten;
    };
    for (const line of lines) {
      waiting += line;
      waiting += '\n';
      if (waiting.length >= PIECE_LENGTH) await flush();
    }
    await flush();
    await file.sync();
  } finally {
    await file.close();
  }
}
