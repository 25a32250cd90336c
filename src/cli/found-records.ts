/** What was found in papers, in a temporary file: records without their papers, which whoever asks for one has at hand. */
import type { ExtractionRecord, Paper } from '../model/index.js';
import { Spool } from '../resolve/index.js';

export class FoundRecords {
  readonly #found: Spool;

  /** @param folder where the file `name` is made, which is gone after `close` */
  constructor(folder: string, name: string) {
    this.#found = new Spool(folder, name);
  }

  /** @returns its number, counted from 0 */
  add({ paper: _, ...found }: ExtractionRecord): number {
    return this.#found.add(JSON.stringify(found));
  }

  get(number: number, paper: Paper): ExtractionRecord {
    return { paper, ...(JSON.parse(this.#found.get(number)) as Omit<ExtractionRecord, 'paper'>) };
  }

  /** The same as JSON. */
  line(number: number, paper: Paper): string {
    return `{"paper":${JSON.stringify(paper)},${this.#found.get(number).slice(1)}`;
  }

  close(): void {
    this.#found.close();
  }
}
