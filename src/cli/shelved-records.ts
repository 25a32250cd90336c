/**
 * The records of a build between their extraction and the graph: their papers in memory, as nodes need them anyway, and what
 * was found in these in a temporary file. A record in memory takes five times its room there.
 */
import { compareText, type ExtractionRecord, type Paper, type SortedRecords } from '../model/index.js';
import { FoundRecords } from './found-records.js';

export class ShelvedRecords implements SortedRecords {
  readonly #papers: Paper[] = [];
  /** Under the number of its paper. */
  readonly #found: FoundRecords;

  /** @param folder where the file is made, which is gone after `close` */
  constructor(folder: string) {
    this.#found = new FoundRecords(folder, 'records.jsonl');
  }

  get papers(): readonly Paper[] {
    return this.#papers;
  }

  /** @throws RangeError for one that does not come after the others, by its paper's id */
  add(record: ExtractionRecord): void {
    const { paper } = record;
    const last = this.#papers.at(-1);
    if (last && compareText(last.id, paper.id) >= 0) throw new RangeError(`${paper.id} came after ${last.id}`);
    this.#papers.push(paper);
    this.#found.add(record);
  }

  *[Symbol.iterator](): Generator<ExtractionRecord> {
    for (const [number, paper] of this.#papers.entries()) yield this.#found.get(number, paper);
  }

  /** Each record as JSON, in the same order. */
  *lines(): Generator<string> {
    for (const [number, paper] of this.#papers.entries()) yield this.#found.line(number, paper);
  }

  close(): void {
    this.#found.close();
  }
}
