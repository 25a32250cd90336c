/** What stands between the papers and the graph: anything that turns one paper into one extraction record. */
import type { ExtractionRecord, Paper } from '../model/index.js';

export interface Extractor {
  /** The name by which the command line chooses it and the graph remembers it. */
  readonly name: string;
  /** Changes whenever the same paper could give another record: part of the key under which records are kept. */
  readonly version: string;
  /** How many papers may be under way at once: above 1 where reading one waits for a server or another thread. */
  readonly concurrency: number;
  /** The record depends on the paper and the shipped weights alone: no clock, no randomness, no other paper. */
  extract(paper: Paper): ExtractionRecord | Promise<ExtractionRecord>;
  /** Ends threads and sessions; called once, after the last paper. */
  close(): Promise<void>;
}
