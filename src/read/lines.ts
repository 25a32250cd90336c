/** Bytes to numbered lines, one at a time, with a limit on their length, so that no file can fill the memory. */
import { isUtf8 } from 'node:buffer';

export const MAX_LINE_BYTES = 10_000_000;
const HEAD_CHARACTERS = 64 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without its end; empty for a line that is too long, with U+FFFD for bytes that are no UTF-8. */
  readonly text: string;
  readonly fault?: 'line-too-long' | 'bad-encoding';
}

/** Lines of one file, once. The head may be looked at first. */
export class LineSource implements AsyncIterable<Line> {
  /** The source ended before its time; the last line, which nobody can complete, was left out. Known after reading. */
  cut = false;
  /** The number of the last line that was given out. */
  last = 0;
  readonly #lines: AsyncIterator<Line>;
  readonly #ahead: Line[] = [];

  /** @param isCut asked when the chunks have ended: whether they ended too early */
  constructor(chunks: AsyncIterable<Buffer>, isCut: () => boolean = () => false) {
    this.#lines = this.#split(chunks, isCut);
  }

  /** The first 64 KB of text; the lines stay to be read. */
  async head(): Promise<{ text: string; lines: string[]; whole: boolean }> {
    let size = 0;
    let whole = false;
    while (size < HEAD_CHARACTERS) {
      const next = await this.#lines.next();
      if (next.done) {
        whole = true;
        break;
      }
      this.#ahead.push(next.value);
      size += next.value.text.length + 1;
    }
    const texts = this.#ahead.map((line) => line.text.slice(0, HEAD_CHARACTERS));
    return {
      text: texts.join('\n').slice(0, HEAD_CHARACTERS),
      lines: texts.filter((text) => text.trim() !== ''),
      whole,
    };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Line> {
    for (const line of this.#ahead.splice(0)) {
      this.last = line.number;
      yield line;
    }
    for (let next = await this.#lines.next(); !next.done; next = await this.#lines.next()) {
      this.last = next.value.number;
      yield next.value;
    }
  }

  async close(): Promise<void> {
    await this.#lines.return?.();
  }

  async *#split(chunks: AsyncIterable<Buffer>, isCut: () => boolean): AsyncGenerator<Line> {
    let number = 1;
    let pieces: Buffer[] = [];
    let size = 0;
    for await (const chunk of chunks) {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        size += end - start;
        if (size <= MAX_LINE_BYTES) pieces.push(chunk.subarray(start, end));
        yield toLine(number++, pieces, size);
        pieces = [];
        size = 0;
        start = end + 1;
      }
      size += chunk.length - start;
      // Of a line that is too long nothing is held, but its length.
      if (size > MAX_LINE_BYTES) pieces = [];
      else if (start < chunk.length) pieces.push(chunk.subarray(start));
    }
    this.cut = isCut();
    if (size > 0 && !this.cut) yield toLine(number, pieces, size);
  }
}

function toLine(number: number, pieces: readonly Buffer[], size: number): Line {
  if (size > MAX_LINE_BYTES) return { number, text: '', fault: 'line-too-long' };
  const [first] = pieces;
  let bytes = pieces.length === 1 && first !== undefined ? first : Buffer.concat(pieces);
  if (bytes.at(-1) === RETURN) bytes = bytes.subarray(0, -1);
  if (number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') && !isUtf8(bytes) ? { number, text, fault: 'bad-encoding' } : { number, text };
}
