/** `stemma extract`: extraction records on standard output, progress on standard error. */
import { once } from 'node:events';
import { createExtractor } from '../../extract/index.js';
import { InputError, UsageError } from '../../model/index.js';
import { extractorOptions, type LlmFlags } from '../llm-options.js';
import { type PipelineCounts, records } from '../pipeline.js';
import { formatCount, type Terminal } from '../terminal.js';

export interface ExtractOptions extends LlmFlags {
  extractor: string;
  asOf: string;
  strict?: boolean;
}

export async function runExtract(
  terminal: Terminal,
  inputs: readonly string[],
  options: ExtractOptions,
): Promise<void> {
  if (inputs.length === 0) {
    throw new UsageError('no-input', 'extract needs an input: files, folders, or - for standard input');
  }
  const extractor = await createExtractor(options.extractor, extractorOptions(options));
  const counts: PipelineCounts = { read: 0, merged: 0, known: 0, faults: [] };
  let written = 0;
  for await (const record of records({ inputs, asOf: options.asOf, extractor, terminal, yes: options.yes }, counts)) {
    // Waiting for a slow reader keeps memory from growing.
    if (!process.stdout.write(`${JSON.stringify(record)}\n`)) await once(process.stdout, 'drain');
    written++;
  }
  terminal.faults(counts.faults);
  terminal.note(
    `${formatCount(written)} records of ${formatCount(counts.read)} papers read, ${formatCount(counts.merged)} duplicates merged, ${formatCount(counts.faults.length)} refused`,
  );
  if (options.strict && counts.faults.length > 0) {
    throw new InputError(
      'refused',
      `${counts.faults.length} records were refused; without --strict they are only counted`,
    );
  }
}
