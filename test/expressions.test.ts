/** No regular expression of the source may be made slow by the text that it reads. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { projectRoot } from './support/shared.js';

it('none can be made slow', { timeout: 600_000 }, async () => {
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'check:expressions'], { cwd: projectRoot });
  expect(stdout).toMatch(/^\d{3,} regular expressions, none of which can be made slow$/m);
});
