/** A folder for temporary files: one that cannot be made or written is no fault of the program, and has a remedy. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cannotWriteTemporary } from '../model/index.js';

/** @throws StemmaError `no-temporary-files` */
export async function makeTemporaryFolder(prefix: string): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), prefix));
  } catch (cause) {
    throw cannotWriteTemporary(tmpdir(), cause);
  }
}
