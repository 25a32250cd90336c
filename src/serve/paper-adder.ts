/**
 * Adding papers while the graph is served: the files are read by a process of its own, with the graph's own extractor, and
 * the server serves what comes of it. One thing at a time: an edit and a build of the same folder would undo one another.
 */
import { type Fault, StemmaError } from '../model/index.js';
import type { Curator, Version } from './curator.js';
import type { Preview } from './schemas.js';

export interface GivenFile {
  /** As its owner calls it; never a path. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  /** Told now and then how far it is, in words. */
  onProgress(message: string): void;
  /** Gives up what only looks; what adds goes on to its end. */
  readonly signal?: AbortSignal | undefined;
}

/** Who reads papers: in another process, since it takes all of a core. */
export interface PaperReader {
  /** @throws StemmaError when no paper is found, or the graph's extractor cannot be had */
  preview(dir: string, files: readonly GivenFile[], options: ReadOptions): Promise<FoundPapers>;
  /** @throws StemmaError likewise; the graph is then as it was */
  add(dir: string, files: readonly GivenFile[], options: ReadOptions): Promise<AddedPapers>;
}

export interface FoundPapers {
  readonly papers: readonly Omit<Preview['papers'][number], 'known'>[];
  readonly total: number;
  readonly merged: number;
  readonly refused: readonly Fault[];
}

export interface AddedPapers {
  readonly read: number;
  readonly merged: number;
  readonly refused: readonly Fault[];
}

export class PaperAdder {
  readonly #curator: Curator;
  readonly #reader: PaperReader | undefined;

  constructor(curator: Curator, reader: PaperReader | undefined) {
    this.#curator = curator;
    this.#reader = reader;
  }

  /** @throws StemmaError `read-only`, `busy`, and what the reader throws */
  preview(files: readonly GivenFile[], options: ReadOptions): Promise<FoundPapers> {
    return this.#curator.alone((dir) => this.#there().preview(dir, files, options));
  }

  /** @throws StemmaError likewise; the graph is then as it was */
  add(files: readonly GivenFile[], options: ReadOptions): Promise<AddedPapers & Version> {
    return this.#curator.alone(async (dir) => {
      const added = await this.#there().add(dir, files, options);
      options.onProgress('opening the graph');
      return { ...added, ...(await this.#curator.renew(dir)) };
    });
  }

  #there(): PaperReader {
    if (this.#reader) return this.#reader;
    throw new StemmaError('read-only', 'this server takes no papers');
  }
}
