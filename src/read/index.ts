/** Reading: from files, folders and standard input to papers, each found by looking at the content. */
import type { Readable } from 'node:stream';
import { type Ending, readBytes } from './bytes.js';
import { endingFaults, isCut } from './ending.js';
import { checkInputs, listFiles, STANDARD_INPUT } from './inputs.js';
import { type ReadContext, type ReadItem, refuse } from './item.js';
import { LineSource } from './lines.js';
import { describeBinary } from './not-text.js';
import { readers } from './registry.js';

export { cleanText } from './clean/index.js';
export type { ReadItem } from './item.js';
export { readJsonObjects } from './json-objects.js';

/** Bytes by which text is told from what is none; so many whatever pieces a source comes in. */
const BEGINNING = 16 * 1024;

export interface ReadOptions {
  /** The day, `YYYY-MM-DD`, on which dates without a year are read. */
  asOf: string;
  /** What `-` stands for; the process's own standard input unless given. */
  stdin?: Readable;
}

/**
 * Papers, extraction records and faults of all inputs, in the order of the inputs and of their content. Files are
 * streamed: memory does not grow with them.
 * @param inputs files, folders (walked in the order of their names, hidden files left out) or `-` for standard input
 * @throws InputError `missing-file` when an input is not there
 */
export async function* readInputs(inputs: readonly string[], options: ReadOptions): AsyncGenerator<ReadItem> {
  await checkInputs(inputs);
  for (const input of new Set(inputs)) {
    for await (const file of listFiles(input)) {
      if (typeof file === 'string') yield* readFile(file, options);
      else yield file;
    }
  }
}

async function* readFile(file: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const ending: Ending = {};
  const chunks = readBytes(file === STANDARD_INPUT ? (options.stdin ?? process.stdin) : file, ending);
  const first = await takeBytes(chunks, BEGINNING);
  const lines = new LineSource(startingWith(first, chunks), () => isCut(ending));
  try {
    yield* readContent(first.subarray(0, BEGINNING), lines, { file, asOf: options.asOf }, ending);
    yield* endingFaults(ending, file, lines.last + 1);
  } finally {
    await lines.close();
    await chunks.return(undefined);
  }
}

async function* readContent(
  beginning: Buffer,
  lines: LineSource,
  context: ReadContext,
  ending: Ending,
): AsyncGenerator<ReadItem> {
  const { file } = context;
  const binary = describeBinary(beginning);
  if (binary !== undefined) {
    yield refuse('not-text', binary, file, 1);
    return;
  }
  const head = await lines.head();
  if (head.lines.length === 0 && head.whole) {
    if (!isCut(ending)) yield refuse('empty-file', 'this file is empty or blank: leave it out', file);
    return;
  }
  const reader = readers.find((candidate) => candidate.sniff(head));
  if (reader === undefined) {
    yield refuse('unknown-format', unknownFormat(head.text), file, 1);
    return;
  }
  let count = 0;
  for await (const item of reader.read(lines, context)) {
    count++;
    yield item;
  }
  if (count === 0 && !isCut(ending))
    yield refuse('no-paper', `read as ${reader.name}, but no paper is in it: give ${formats()}`, file);
}

/** At least so many bytes, where there are as many. */
async function takeBytes(chunks: AsyncIterator<Buffer>, least: number): Promise<Buffer> {
  const taken: Buffer[] = [];
  for (let size = 0; size < least; size += taken.at(-1)?.length ?? 0) {
    const next = await chunks.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken.length === 1 ? (taken[0] as Buffer) : Buffer.concat(taken);
}

async function* startingWith(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  yield* rest;
}

function unknownFormat(text: string): string {
  if (/^\s*[[{]/.test(text)) return 'this looks like JSON over several lines: give one object a line, as jq -c does';
  return `no known format of papers: give ${formats()}`;
}

function formats(): string {
  const names = readers.map((reader) => reader.name);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
