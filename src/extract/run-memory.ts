/**
 * A memory of runs of characters and what they were made into, bounded, and asked without cutting the run out of its
 * text: for the few characters of a run, cutting and hashing anew would cost more than all the rest of reading it.
 */
import { hashText } from './hashing.js';

/** Half as many runs are kept as there are slots; then the memory starts anew. */
const SLOTS = 1 << 17;

export class RunMemory<T> {
  /** The number of an entry, plus one; 0 where the slot is free. Open addressing, slot after slot. */
  readonly #slots = new Int32Array(SLOTS);
  readonly #hashes = new Int32Array(SLOTS / 2);
  #runs: string[] = [];
  #values: T[] = [];

  /** What the run from `start` to `end` of the text was made into; `hash` is its `hashText`. */
  get(text: string, start: number, end: number, hash: number): T | undefined {
    for (let slot = firstSlot(hash); this.#slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
      const entry = (this.#slots[slot] as number) - 1;
      if (this.#hashes[entry] === hash && isAt(text, start, end, this.#runs[entry] as string))
        return this.#values[entry];
    }
    return undefined;
  }

  /** Remembers a run that is not known yet. */
  set(run: string, value: T): void {
    if (this.#runs.length === SLOTS / 2) {
      this.#slots.fill(0);
      this.#runs = [];
      this.#values = [];
    }
    const hash = hashText(run);
    this.#hashes[this.#runs.length] = hash;
    this.#values.push(value);
    let slot = firstSlot(hash);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.#slots[slot] = this.#runs.push(run);
  }
}

function firstSlot(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function isAt(text: string, start: number, end: number, run: string): boolean {
  if (run.length !== end - start) return false;
  for (let i = 0; i < run.length; i++) if (run.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
