/** The way of a paper from the input to its record: read, merge, extract. What `build` and `extract` share. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Extractor } from '../extract/index.js';
import { type ExtractionRecord, type Fault, InputError } from '../model/index.js';
import { readInputs } from '../read/index.js';
import { mergePapers } from '../resolve/index.js';
import { mapInOrder } from './map-in-order.js';
import { formatCount, type Terminal } from './terminal.js';

export interface PipelineOptions {
  inputs: readonly string[];
  asOf: string;
  extractor: Extractor;
  terminal: Terminal;
}

export interface PipelineCounts {
  /** Papers found in the sources, before merging. */
  read: number;
  /** Of these, how many were another source of a paper already there. */
  merged: number;
  faults: Fault[];
}

/**
 * Records in the order of their papers' ids, one for each different paper. Papers wait in a temporary file until all
 * are known, so that memory holds ids and places only. Closes the extractor at the end.
 * @throws InputError `no-paper` when no input holds one
 */
export async function* records(options: PipelineOptions, counts: PipelineCounts): AsyncGenerator<ExtractionRecord> {
  const { inputs, asOf, extractor, terminal } = options;
  const tempDir = await mkdtemp(join(tmpdir(), 'stemma-'));
  try {
    const merged = await mergePapers(readInputs(inputs, { asOf, stdin: process.stdin }), {
      tempDir,
      onFault: (fault) => counts.faults.push(fault),
      onRead: (read) => terminal.progress(`reading: ${formatCount(read)} papers`),
    });
    try {
      counts.read = merged.read;
      counts.merged = merged.merged;
      if (merged.count === 0) {
        terminal.faults(counts.faults);
        const where = inputs.length === 1 ? inputs[0] : `${inputs.length} inputs`;
        throw new InputError(
          'no-paper',
          `no paper found in ${where}: give a listing of abstracts, arXiv JSON lines, BibTeX, RIS, CSV with an abstract column, or text files`,
        );
      }
      let done = 0;
      const extracted = mapInOrder(merged.items(), extractor.concurrency, (item) =>
        item.kind === 'record' ? item.record : extractor.extract(item.paper),
      );
      for await (const record of extracted) {
        yield record;
        terminal.progress(`extracting: ${formatCount(++done)} of ${formatCount(merged.count)} papers`);
      }
    } finally {
      await merged.close();
    }
  } finally {
    terminal.progressDone();
    await extractor.close();
    await rm(tempDir, { recursive: true, force: true });
  }
}
