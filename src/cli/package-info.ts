/** Where the package lies, whether it runs from `src` or from `dist`, and what it is called. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

function findRoot(start: string): string {
  for (let here = start; ; here = dirname(here)) {
    if (existsSync(join(here, 'package.json'))) return here;
    if (here === dirname(here)) throw new Error(`no package.json above ${start}: the installation is incomplete`);
  }
}

export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

export const packageVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))).version;

/** The bundled corpus of landmark papers. */
export const sampleFile = join(packageRoot, 'sample', 'landmarks.bib');

/** The built page. */
export const webRoot = join(packageRoot, 'dist', 'web');
