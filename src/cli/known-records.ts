/** Records that need not be made again, by the text that they were made from: a record depends on the text alone. */
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
import { type OpenGraph, openGraph, readMembers, readRecords } from '../store/index.js';

export class KnownRecords {
  readonly #records = new Map<string, ExtractionRecord>();

  add(record: ExtractionRecord): void {
    this.#records.set(keyOf(record.paper), record);
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
    const record = this.#records.get(keyOf(paper));
    return record && { ...record, paper };
  }
}

/** What the graph in a folder knows, if the same reader made it; a damaged one knows nothing. */
export async function knownOf(folder: string, reader: string): Promise<KnownRecords> {
  const known = new KnownRecords();
  try {
    const version = await openGraph(folder);
    if (version.meta.reader !== reader) return known;
    const foreign = new Set<string>();
    for (const members of readMembers<readonly Member[]>(version)) {
      for (const member of members) if (member.kind === 'record') foreign.add(member.record.paper.abstract);
    }
    known.addGraph(version, foreign);
    return known;
  } catch (error) {
    // Without a graph, or with one that cannot be read, everything is read anew: that is what mends it.
    if (error instanceof GraphError) return new KnownRecords();
    throw error;
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
