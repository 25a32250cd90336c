/**
 * Lets the compiled command be executed. npm does so only when it links the command for the first time: after a second
 * clone or build at the same place, `npx stemma` would find a file that nobody may execute.
 */
import { chmodSync, readFileSync } from 'node:fs';

chmodSync(JSON.parse(readFileSync('package.json', 'utf8')).bin.stemma, 0o755);
