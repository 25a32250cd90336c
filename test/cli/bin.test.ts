/** What npm links as `stemma`: it must run as it lies in a clone, as npm makes it executable only when it links it first. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/shared.js';

const { bin, version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
const stemma = join(projectRoot, bin.stemma);

describe('stemma', () => {
  it('can be executed without npm having touched it', () => {
    expect(execFileSync(stemma, ['--version'], { encoding: 'utf8' }).trim()).toBe(version);
  });

  it('may take the memory that a large graph needs, whatever Node.js thinks right for the machine', () => {
    const tell =
      'console.error((await import("node:v8")).getHeapStatistics().heap_size_limit, process.execArgv.join())';
    const env = { ...process.env, NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(tell)}"` };
    const { stderr } = spawnSync(stemma, ['--version'], { encoding: 'utf8', env });
    expect(stderr).toContain('--max-old-space-size=4096');
    expect(Number.parseInt(stderr, 10)).toBeGreaterThanOrEqual(4096 * 2 ** 20);
  });
});
