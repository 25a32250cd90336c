/** The contracts of the command line, judged by the judge that every developer and CI has. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, sharedFolder, sharedIsAbsent } from '../support/shared.js';

describe.skipIf(sharedIsAbsent)('the contracts (needs ../shared)', () => {
  it('are all kept', { timeout: 300_000 }, () => {
    const { status, stdout, stderr } = spawnSync('python3', [join(sharedFolder, 'eval', 'contract.py')], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    expect(stdout + stderr).toContain('0 contracts broken');
    expect(status).toBe(0);
  });
});
