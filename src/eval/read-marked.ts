/** Reads files of marked papers: gold, or predictions in either form. */
import type { Readable } from 'node:stream';
import type { Fault } from '../model/index.js';
import { readJsonObjects } from '../read/index.js';
import { type MarkedPaper, type Origin, parseMarked } from './marked-paper.js';

export interface MarkedFile {
  readonly papers: MarkedPaper[];
  readonly faults: Fault[];
}

/**
 * The marked papers of JSON lines in their order; a bad line is a fault with its number, and the others stay.
 * @param file as the user names it, plain or gzip, or `-` for standard input
 * @throws InputError `missing-file` when it is not there
 */
export async function readMarked(file: string, origin: Origin, stdin: Readable = process.stdin): Promise<MarkedFile> {
  const papers: MarkedPaper[] = [];
  const faults: Fault[] = [];
  for await (const item of readJsonObjects(file, stdin)) {
    if (item.kind === 'fault') {
      faults.push(item.fault);
      continue;
    }
    const paper = parseMarked(item.object, origin, { file, line: item.line });
    if ('code' in paper) faults.push({ ...paper, file, line: item.line });
    else papers.push(paper);
  }
  return { papers, faults };
}
