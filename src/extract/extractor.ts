/** What stands between the papers and the graph: anything that turns one paper into one extraction record. */
import type { ExtractionRecord, Paper } from '../model/index.js';

export interface Extractor {
  /** The name by which the command line chooses it and the graph remembers it. */
  readonly name: string;
  /** Changes whenever the same paper could give another record: part of the key under which records are kept. */
  readonly version: string;
  /** How many papers may be under way at once: above 1 where reading one waits for a server or another thread. */
  readonly concurrency: number;
  /**
   * What reads so many papers soonest, with the same records: threads where they are worth their start, else this very
   * extractor. Another one than this is closed by who asked for it, before this one.
   */
  forMany?(papers: number): Promise<Extractor>;
  /**
   * What a run over these papers would ask of a server; absent where nothing leaves this machine. Called at most once,
   * before the first paper is read.
   */
  estimate?(papers: AsyncIterable<Paper>): Promise<Estimate>;
  /**
   * The record depends on the paper and the shipped weights alone: no clock, no randomness, no other paper.
   * @throws ExtractionError where this one paper cannot be read
   */
  extract(paper: Paper): ExtractionRecord | Promise<ExtractionRecord>;
  /** Ends threads and sessions; called once, after the last paper. */
  close(): Promise<void>;
}

/** Requests, tokens and cost of a run, before it begins. */
export interface Estimate {
  /** Who would be asked, as a person knows it: host and model. */
  readonly server: string;
  /** One for each paper whose answer is not known yet. */
  readonly requests: number;
  /** Papers whose answer is known from an earlier run. */
  readonly known: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** In the currency of the prices that were given; absent where none were. */
  readonly cost?: number;
}
