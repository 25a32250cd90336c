/** Where the package keeps what is not TypeScript, whether this runs from the sources or compiled. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'cypher', 'schema.cypher'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('the folder cypher/ of this package is missing: install it again');
    folder = parent;
  }
  return folder;
}

const root = findRoot();

/** Schema, load statements and named queries. */
export const cypherFolder = join(root, 'cypher');

/** The compiled main file of the embedded database's process; a child process cannot run TypeScript. */
export const embeddedProcessFile = join(root, 'dist', 'src', 'store', 'embedded', 'process.js');
