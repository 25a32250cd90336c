/**
 * Records as they are made, in files beside the versions of a graph: extracting is what takes long, and a build that dies
 * must not have done it for nothing. Once their graph is in force the files go.
 */
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type ExtractionRecord, GraphError } from '../model/index.js';
import { isAlive } from './is-alive.js';
import { readLines } from './json-lines.js';

/** What waits to be written: some of it is lost when the process is killed. */
const MOST_WAITING = 1 << 16;
const LONGEST_WAIT_MS = 1000;

/** The process that wrote it, a number of its own, and who read. */
const NAME = /^extracted-(\d+)-\d+-(.+)\.jsonl$/;

export class RecordJournal {
  readonly #dir: string;
  readonly #reader: string;
  #file: number | undefined;
  #waiting = '';
  #since = 0;

  /**
   * @param dir the graph's folder, which need not be there yet
   * @param reader whose records these are, as a part of a file's name; those of another are never given
   */
  constructor(dir: string, reader: string) {
    this.#dir = dir;
    this.#reader = reader;
  }

  /** What builds had made that did not come to their end. A line that was cut is left out, with what follows it. */
  *left(): Generator<ExtractionRecord> {
    for (const name of this.#filesOfTheDead()) {
      if (NAME.exec(name)?.[2] !== this.#reader) continue;
      for (const line of readLines(join(this.#dir, name))) {
        const record = parse(line);
        if (record === undefined) break;
        yield record;
      }
    }
  }

  /** @throws GraphError `cannot-write`: then the graph could not be written either, and it is better known now */
  keep(record: ExtractionRecord): void {
    this.#waiting += `${JSON.stringify(record)}\n`;
    if (this.#since === 0) this.#since = performance.now();
    if (this.#waiting.length < MOST_WAITING && performance.now() - this.#since < LONGEST_WAIT_MS) return;
    try {
      this.#file ??= this.#create();
      const bytes = Buffer.from(this.#waiting);
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#file, bytes, done);
    } catch (error) {
      throw new GraphError(
        'cannot-write',
        `cannot write to ${this.#dir}: ${(error as Error).message}; the earlier graph is untouched`,
        { cause: error },
      );
    }
    this.#waiting = '';
    this.#since = performance.now();
  }

  /** The graph has the records now: removes this file, and those of builds that died. */
  remove(): void {
    const names = this.#filesOfTheDead();
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    for (const name of names) rmSync(join(this.#dir, name), { force: true });
  }

  #create(): number {
    mkdirSync(this.#dir, { recursive: true });
    const taken = new Set(readdirSync(this.#dir));
    const name = (number: number) => `extracted-${process.pid}-${number}-${this.#reader}.jsonl`;
    let number = 0;
    while (taken.has(name(number))) number++;
    return openSync(join(this.#dir, name(number)), 'wx');
  }

  /** Those of this process, too: before it makes its own, they are of another that had its number. */
  #filesOfTheDead(): string[] {
    let names: string[];
    try {
      names = readdirSync(this.#dir);
    } catch {
      // There is no folder yet, or what is wrong with it is said by who reads the graph.
      return [];
    }
    const isOfDead = (name: string) => {
      const pid = Number(NAME.exec(name)?.[1]);
      return pid === process.pid || (pid > 0 && !isAlive(pid));
    };
    return names.filter(isOfDead).sort();
  }
}

function parse(line: string): ExtractionRecord | undefined {
  try {
    return JSON.parse(line) as ExtractionRecord;
  } catch {
    return undefined;
  }
}
