/**
 * Records that need not be made again, by the text that they were made from: a record depends on the text alone. They wait in
 * a temporary file.
 */
import { createHash } from 'node:crypto';
import {
  type ExtractionRecord,
  type Fault,
  GraphError,
  type Paper,
  paperText,
  type SourcePaper,
} from '../model/index.js';
import { readInputs } from '../read/index.js';
import type { Member } from '../resolve/index.js';
import { hasItsTexts, type OpenGraph, openGraph, readMembers, readRecords } from '../store/index.js';
import { FoundRecords } from './found-records.js';

export class KnownRecords {
  /** Of what was found in each text, by the text's hash. */
  readonly #numbers = new Map<string, number>();
  readonly #found: FoundRecords;

  /** @param folder where the file is made, which is gone after `close` */
  constructor(folder: string) {
    this.#found = new FoundRecords(folder, 'known.jsonl');
  }

  add(record: ExtractionRecord): void {
    this.#numbers.set(keyOf(record.paper), this.#found.add(record));
  }

  /** Adds what the graph in a folder knows, if the same reader made it; a damaged one knows nothing. */
  async addGraphIn(folder: string, reader: string): Promise<void> {
    try {
      const version = await openGraph(folder);
      if (version.meta.reader !== reader || !(await hasItsTexts(version))) return;
      const foreign = new Set<string>();
      for (const members of readMembers<readonly Member[]>(version)) {
        for (const member of members) if (member.kind === 'record') foreign.add(member.record.paper.abstract);
      }
      this.addGraph(version, foreign);
    } catch (error) {
      // Without a graph, or with one that cannot be read, everything is read anew: that is what mends it.
      if (!(error instanceof GraphError)) throw error;
      this.#numbers.clear();
    }
  }

  /**
   * Adds what the extractor of a graph made.
   * @param foreign abstracts whose records came with the input: no other paper may have these
   * @throws GraphError `damaged`
   */
  addGraph(version: OpenGraph, foreign: ReadonlySet<string>): void {
    for (const record of readRecords(version)) if (!foreign.has(record.paper.abstract)) this.add(record);
  }

  /**
   * Adds what `stemma extract` wrote.
   * @param inputs files, and folders of them
   * @param onFault told of what is no record, and of what cannot be read
   * @throws InputError `missing-file`
   */
  async addFiles(inputs: readonly string[], onFault: (fault: Fault) => void): Promise<void> {
    // The day is of no matter: the dates of records are whole.
    for await (const item of readInputs(inputs, { asOf: '1970-01-01' })) {
      if (item.kind === 'record') this.add(item.record);
      else onFault(item.kind === 'fault' ? item.fault : noRecord(item.paper));
    }
  }

  /** The record of a paper whose text was read before. */
  recall(paper: Paper): ExtractionRecord | undefined {
    const number = this.#numbers.get(keyOf(paper));
    return number === undefined ? undefined : this.#found.get(number, paper);
  }

  has(paper: Paper): boolean {
    return this.#numbers.has(keyOf(paper));
  }

  close(): void {
    this.#found.close();
  }
}

/** What stands where only records are taken. */
export function noRecord({ title, abstract, source }: Pick<SourcePaper, 'title' | 'abstract' | 'source'>): Fault {
  return {
    code: 'no-record',
    message: `"${(title ?? abstract).slice(0, 60)}" is a paper, and no record of one: give what stemma extract wrote, and papers with --papers`,
    ...source,
  };
}

/** Texts are long and many; their hashes are not. */
function keyOf(paper: Paper): string {
  return createHash('sha256').update(paperText(paper)).digest('base64');
}
