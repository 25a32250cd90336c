import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const PIECE_BYTES = 1 << 20;

/** Adds the bytes of a file to a hash. @throws what comes of a file that cannot be read */
export async function addFile(hash: Hash, path: string): Promise<void> {
  for await (const bytes of createReadStream(path, { highWaterMark: PIECE_BYTES })) hash.update(bytes);
}
