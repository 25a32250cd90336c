/**
 * The records of a build between their extraction and the graph: their papers in memory, as nodes need them anyway, and what
 * was found in these in a temporary file. A record in memory takes five times its room there.
 */
import { compareText, type ExtractionRecord, type Paper, type SortedRecords } from '../model/index.js';
import { Spool } from '../resolve/index.js';

export class ShelvedRecords implements SortedRecords {
  readonly #papers: Paper[] = [];
  /** Under the number of its paper: the record without it, as JSON. */
  readonly #found: Spool;

  /** @param folder where the file is made, which is gone after `close` */
  constructor(folder: string) {
    this.#found = new Spool(folder, 'records.jsonl');
  }

  get papers(): readonly Paper[] {
    return this.#papers;
  }

  /** @throws RangeError for one that does not come after the others, by its paper's id */
  add({ paper, ...found }: ExtractionRecord): void {
    const last = this.#papers.at(-1);
    if (last && compareText(last.id, paper.id) >= 0) throw new RangeError(`${paper.id} came after ${last.id}`);
    this.#papers.push(paper);
    this.#found.add(JSON.stringify(found));
  }

  *[Symbol.iterator](): Generator<ExtractionRecord> {
    for (const [number, paper] of this.#papers.entries()) {
      yield { paper, ...(JSON.parse(this.#found.get(number)) as Omit<ExtractionRecord, 'paper'>) };
    }
  }

  /** Each record as JSON, in the same order. */
  *lines(): Generator<string> {
    for (const [number, paper] of this.#papers.entries()) {
      yield `{"paper":${JSON.stringify(paper)},${this.#found.get(number).slice(1)}`;
    }
  }

  close(): void {
    this.#found.close();
  }
}
