/** Temporary files for what a build has gathered and cannot hold in memory. */
import { rm } from 'node:fs/promises';
import { Spool } from '../resolve/index.js';
import { KnownRecords } from './known-records.js';
import { ShelvedRecords } from './shelved-records.js';
import { makeTemporaryFolder } from './temporary-folder.js';

export interface Shelves {
  readonly known: KnownRecords;
  readonly records: ShelvedRecords;
  /** For each different paper, as JSON, the list of what its sources say. */
  readonly members: Spool;
}

/**
 * Lends the shelves to the deed: when it has ended, however it ended, the files are gone.
 * @throws StemmaError `no-temporary-files`
 */
export async function withShelves<T>(deed: (shelves: Shelves) => Promise<T>): Promise<T> {
  const folder = await makeTemporaryFolder('stemma-');
  const known = new KnownRecords(folder);
  const records = new ShelvedRecords(folder);
  const members = new Spool(folder, 'members.jsonl');
  try {
    return await deed({ known, records, members });
  } finally {
    for (const shelf of [known, records, members]) shelf.close();
    await rm(folder, { recursive: true, force: true });
  }
}
