/** The way of a paper from the input to its record: read, merge, extract. What `build` and `extract` share. */
import { rm } from 'node:fs/promises';
import type { Extractor } from '../extract/index.js';
import { ExtractionError, type ExtractionRecord, type Fault, InputError, type Paper } from '../model/index.js';
import { readInputs } from '../read/index.js';
import { type MergedPapers, mergePapers, type PaperInput } from '../resolve/index.js';
import { confirmEstimate } from './confirm-estimate.js';
import type { EarlierGraph } from './earlier.js';
import { type KnownRecords, noRecord } from './known-records.js';
import { mapInOrder } from './map-in-order.js';
import { makeTemporaryFolder } from './temporary-folder.js';
import { formatCount, type Terminal } from './terminal.js';

export interface PipelineOptions {
  inputs: readonly string[];
  asOf: string;
  extractor: Extractor;
  terminal: Terminal;
  /** Whether the estimate of a run that costs something is agreed to beforehand. */
  yes?: boolean | undefined;
  /** Of texts whose record is known, none is made. */
  known?: KnownRecords | undefined;
  /** A graph whose papers come before those of the inputs; its records become known. */
  earlier?: EarlierGraph | undefined;
  /** Whether the inputs hold records, and a paper among them is refused. */
  recordsOnly?: boolean | undefined;
  /** Told each record that was made, as soon as it is. */
  onExtracted?: (record: ExtractionRecord) => void;
  /** Told for each different paper, in the order of ids, what its sources say: JSON texts. */
  onMembers?: (members: readonly string[]) => void;
}

export interface PipelineCounts {
  /** Papers found in the inputs, before merging. */
  read: number;
  /** Of these, how many were another source of a paper already there. */
  merged: number;
  /** Different papers whose text was read before. */
  known: number;
  faults: Fault[];
}

/**
 * Records in the order of their papers' ids, one for each different paper. Papers wait in a temporary file until all
 * are known, so that memory holds ids and places only. Closes the extractor at the end.
 * @throws InputError `no-paper` when no input holds one, `no-record` when none of them could be extracted
 * @throws StemmaError `no-temporary-files`
 */
export async function* records(options: PipelineOptions, counts: PipelineCounts): AsyncGenerator<ExtractionRecord> {
  const { inputs, asOf, extractor, terminal, earlier, known } = options;
  const tempDir = await makeTemporaryFolder('stemma-');
  try {
    let before = 0;
    async function* everything(): AsyncGenerator<PaperInput> {
      for (const member of earlier?.members(known) ?? []) {
        before++;
        yield member;
      }
      for await (const item of readInputs(inputs, { asOf, stdin: process.stdin })) {
        if (options.recordsOnly && item.kind === 'paper') yield { kind: 'fault', fault: noRecord(item.paper) };
        else yield item;
      }
    }
    const merged = await mergePapers(everything(), {
      tempDir,
      onFault: (fault) => counts.faults.push(fault),
      onRead: (read) => terminal.progress(`reading: ${formatCount(read)} papers`),
    });
    try {
      counts.read = merged.read - before;
      counts.merged = counts.read - (merged.count - (earlier?.papers ?? 0));
      if (counts.read === 0) {
        terminal.faults(counts.faults);
        const where = inputs.length === 1 ? inputs[0] : `${inputs.length} inputs`;
        throw new InputError(
          'no-paper',
          `no paper found in ${where}: give a listing of abstracts, arXiv JSON lines, BibTeX, RIS, CSV with an abstract column, or text files`,
        );
      }
      if (extractor.estimate !== undefined) {
        await confirmEstimate(terminal, await extractor.estimate(unread(merged, known)), options);
      }
      let done = 0;
      let failed = 0;
      for await (const outcome of extractAll(options, merged, counts)) {
        if ('code' in outcome) {
          counts.faults.push(outcome);
          failed++;
        } else yield outcome;
        terminal.progress(`extracting: ${formatCount(++done)} of ${formatCount(merged.count)} papers`);
      }
      if (failed === merged.count) {
        terminal.faults(counts.faults);
        throw new InputError('no-record', `none of ${formatCount(failed)} papers could be extracted; see why above`);
      }
    } finally {
      merged.close();
    }
  } finally {
    terminal.progressDone();
    await extractor.close();
    await rm(tempDir, { recursive: true, force: true });
  }
}

/** Every paper's record or fault, in order; in threads where the extractor thinks them worth it for so many. */
async function* extractAll(
  { extractor, known, onMembers, onExtracted }: PipelineOptions,
  merged: MergedPapers,
  counts: PipelineCounts,
): AsyncGenerator<ExtractionRecord | Fault> {
  // No more than were read can be new.
  const reader = (await extractor.forMany?.(Math.min(merged.count, counts.read))) ?? extractor;
  const extract = async (paper: Paper) => {
    const outcome = await extractOrFault(reader, paper);
    if (!('code' in outcome)) onExtracted?.(outcome);
    return outcome;
  };
  try {
    yield* mapInOrder(merged.items(), reader.concurrency, (item) => {
      onMembers?.(item.members);
      if (item.kind === 'record') return item.record;
      const record = known?.recall(item.paper);
      if (record === undefined) return extract(item.paper);
      counts.known++;
      return record;
    });
  } finally {
    if (reader !== extractor) await reader.close();
  }
}

/** A paper that cannot be extracted is a fault at the place of its first source; the others go on. */
export async function extractOrFault(extractor: Extractor, paper: Paper): Promise<ExtractionRecord | Fault> {
  try {
    return await extractor.extract(paper);
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    const [source] = paper.sources;
    return {
      code: 'extraction-failed',
      message: `${paper.id} was not extracted: ${error.message}`,
      file: source?.file ?? paper.id,
      ...(source === undefined ? {} : { line: source.line }),
    };
  }
}

async function* unread({ items }: MergedPapers, known: KnownRecords | undefined): AsyncGenerator<Paper> {
  for await (const item of items()) {
    if (item.kind === 'paper' && !known?.has(item.paper)) yield item.paper;
  }
}
