/** Everything that reads what strangers wrote, fuzzed (`npm run fuzz`); and that the fuzzing would find something. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isLong, runs } from '../support/effort.js';
import { projectRoot } from '../support/shared.js';
import { fuzz } from './fuzzer.js';
import { deepFault, silentFault } from './planted.js';
import { TARGETS } from './targets/index.js';

describe('whatever it is given', () => {
  it.each(TARGETS)(
    '$name refuses in words what it does not take, and keeps its promises on the rest',
    {
      timeout: isLong ? 1_800_000 : 60_000,
    },
    async ({ name }) => {
      const env = { ...process.env, FUZZ_INPUTS: String(runs(100).numRuns) };
      const args = ['--import', 'tsx', 'scripts/fuzz.ts', name];
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: projectRoot, env });
      const [, inputs, more] =
        /^\w+: (\d+) inputs .* characters, ([\d.]+) % more than the seeds' \d+$/m.exec(stdout) ?? [];
      expect(Number(inputs)).toBe(runs(100).numRuns);
      // Beyond what the seeds reach.
      expect(Number(more)).toBeGreaterThan(0);
    },
  );
});

describe('a fault that was planted', () => {
  it('deep down is found by who keeps what comes further, and not by who does not', async () => {
    const guided = await fuzz(deepFault, { inputs: 20_000 });
    expect(guided.fault?.error).toBeInstanceOf(TypeError);
    expect(guided.kept).toBeGreaterThan(2);
    const blind = await fuzz(deepFault, { inputs: 10 * guided.inputs, guided: false });
    expect(blind).toMatchObject({ inputs: 10 * guided.inputs, kept: 0 });
    expect(blind.fault).toBeUndefined();
  });

  it('that throws nothing is found by what must hold', async () => {
    const { fault, inputs } = await fuzz(silentFault, { inputs: 2_000 });
    expect(String(fault?.error)).toMatch(/other pieces/);
    expect(inputs).toBeLessThan(2_000);
  });

  it('is found at the same input every time', async () => {
    const [one, other] = [await fuzz(deepFault, { inputs: 20_000 }), await fuzz(deepFault, { inputs: 20_000 })];
    expect(other.fault?.input).toEqual(one.fault?.input);
    expect(other.inputs).toBe(one.inputs);
  });
});
