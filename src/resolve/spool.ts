/** A temporary file of texts, written once and read in any order: what does not fit into memory waits here. */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cannotWriteTemporary } from '../model/index.js';

const BUFFER_BYTES = 1 << 20;

export class Spool {
  readonly #path: string;
  readonly #file: number;
  #offsets = new Float64Array(1 << 10);
  #count = 0;
  #end = 0;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;

  /** @param folder where the file `name` is made */
  constructor(folder: string, name: string) {
    this.#path = join(folder, name);
    this.#file = openSync(this.#path, 'wx+');
    // Without a name it is gone with the process, however that ends. Windows removes no open file.
    if (process.platform !== 'win32') rmSync(this.#path);
  }

  get count(): number {
    return this.#count;
  }

  /** @returns the number under which the text can be had back: 0, 1, 2 … */
  add(text: string): number {
    const bytes = Buffer.from(text, 'utf8');
    if (this.#count + 1 >= this.#offsets.length) {
      const grown = new Float64Array(this.#offsets.length * 2);
      grown.set(this.#offsets);
      this.#offsets = grown;
    }
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    this.#end += bytes.length;
    this.#offsets[++this.#count] = this.#end;
    if (this.#waitingBytes >= BUFFER_BYTES) this.#flush();
    return this.#count - 1;
  }

  get(number: number): string {
    if (this.#waiting.length > 0) this.#flush();
    const start = this.#offsets[number] ?? 0;
    const bytes = Buffer.allocUnsafe((this.#offsets[number + 1] ?? start) - start);
    for (let done = 0; done < bytes.length; ) {
      const got = readSync(this.#file, bytes, done, bytes.length - done, start + done);
      if (got === 0) throw new Error(`${this.#path} has become shorter while it was read`);
      done += got;
    }
    return bytes.toString('utf8');
  }

  /** All texts in the order in which they were added. */
  *[Symbol.iterator](): Generator<string> {
    for (let number = 0; number < this.#count; number++) yield this.get(number);
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#path, { force: true });
  }

  #flush(): void {
    try {
      for (let bytes = Buffer.concat(this.#waiting); bytes.length > 0; )
        bytes = bytes.subarray(writeSync(this.#file, bytes));
    } catch (cause) {
      throw cannotWriteTemporary(dirname(this.#path), cause);
    }
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}
