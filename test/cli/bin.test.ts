/** What npm links as `stemma`: it must run as it lies in a clone, as npm makes it executable only when it links it first. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../support/shared.js';

it('stemma can be executed without npm having touched it', () => {
  const { bin, version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  expect(execFileSync(join(projectRoot, bin.stemma), ['--version'], { encoding: 'utf8' }).trim()).toBe(version);
});
