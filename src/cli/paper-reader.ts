/** Reads papers for the server in a process of its own: the files lie in a temporary folder while it works. */
import { fork } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StemmaError } from '../model/index.js';
import type { AddedPapers, FoundPapers, GivenFile, PaperReader, ReadOptions } from '../serve/index.js';
import { makeTemporaryFolder } from './temporary-folder.js';

/** What the process is told to do. */
export interface Order {
  readonly deed: 'preview' | 'add';
  /** The graph's folder, as an absolute path. */
  readonly graph: string;
  /** Files in the folder that the process stands in. */
  readonly inputs: readonly string[];
}

/** What the process says: how far it is, and at last what came of it. */
export type Said =
  | { readonly progress: string }
  | { readonly done: FoundPapers | AddedPapers }
  | { readonly failed: { readonly code: string; readonly message: string } };

/** A process cannot run TypeScript: from the sources, the compiled file is taken. */
const PROCESS_FILE = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../dist/src/cli/read-papers.js' : './read-papers.js', import.meta.url),
);

export const paperReader: PaperReader = {
  preview: (dir, files, options) => read('preview', dir, files, options) as Promise<FoundPapers>,
  add: (dir, files, { onProgress }) => read('add', dir, files, { onProgress }) as Promise<AddedPapers>,
};

async function read(
  deed: Order['deed'],
  dir: string,
  files: readonly GivenFile[],
  { onProgress, signal }: ReadOptions,
): Promise<FoundPapers | AddedPapers> {
  const folder = await makeTemporaryFolder('stemma-given-');
  try {
    const inputs = await lay(folder, files);
    return await run({ deed, graph: resolve(dir), inputs }, folder, onProgress, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The sources of a paper name the file: so each keeps its name, and two of one name lie in two folders. */
async function lay(folder: string, files: readonly GivenFile[]): Promise<string[]> {
  const laid: string[] = [];
  for (const { name, bytes } of files) {
    const plain = safeName(name);
    let path = plain;
    for (let n = 2; laid.includes(path); n++) path = join(String(n), plain);
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), bytes);
    laid.push(path);
  }
  return laid;
}

/** A name that is one file of the folder, whatever it was: no path, not hidden, not `-`. */
export function safeName(name: string): string {
  const plain = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}. _()+-]/gu, '_')
    .replace(/^[.\s-]+/, '')
    .slice(-120)
    .trim();
  return plain === '' ? 'papers' : plain;
}

function run(
  order: Order,
  cwd: string,
  onProgress: (message: string) => void,
  signal: AbortSignal | undefined,
): Promise<FoundPapers | AddedPapers> {
  const child = fork(PROCESS_FILE, { cwd, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const stop = () => child.kill('SIGKILL');
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  return new Promise<FoundPapers | AddedPapers>((fulfil, reject) => {
    let outcome: Exclude<Said, { progress: string }> | undefined;
    child.on('message', (said: Said) => {
      if ('progress' in said) onProgress(said.progress);
      else outcome = said;
    });
    child.once('error', reject);
    child.once('exit', (status, by) => {
      if (outcome && 'done' in outcome) fulfil(outcome.done);
      else if (outcome) reject(new StemmaError(outcome.failed.code, outcome.failed.message));
      else if (signal?.aborted) reject(new StemmaError('given-up', 'nobody waits for these papers any more'));
      else reject(new Error(`the process that reads papers ended without a word (${by ?? `status ${status}`})`));
    });
    child.send(order);
  }).finally(() => signal?.removeEventListener('abort', stop));
}
