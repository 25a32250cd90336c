/** Before the tests: compiles the sources and the page once, and gives the tests a temporary folder, which goes with them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @returns what is done after the last test */
export default function build(): () => void {
  // A type error does not keep the output from being written; it is `npm run check` that fails on it.
  spawnSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'ignore' });
  if (!existsSync(`${root}/dist/src/cli/main.js`)) throw new Error('nothing was compiled: see npm run build');
  spawnSync(process.execPath, ['scripts/make-executable.js'], { cwd: root, stdio: 'inherit' });
  spawnSync('npx', ['vite', 'build', 'web', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  if (!existsSync(`${root}/dist/web/index.html`)) throw new Error('the page was not built: see npm run build');
  const folder = mkdtempSync(join(tmpdir(), 'stemma-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
