import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { confirmEstimate } from '../../src/cli/confirm-estimate.js';
import { createTerminal } from '../../src/cli/terminal.js';
import type { Estimate } from '../../src/extract/index.js';

const estimate: Estimate = { server: 'm at h', requests: 101, known: 0, tokensIn: 150_000, tokensOut: 40_000 };

interface Case {
  typed?: string;
  isTTY?: boolean;
  yes?: boolean;
  changed?: Partial<Estimate>;
}

async function confirm({ typed, isTTY = true, yes = false, changed = {} }: Case) {
  const [input, output] = [Object.assign(new PassThrough(), { isTTY }), new PassThrough()];
  const terminal = createTerminal(output as unknown as NodeJS.WriteStream, output as unknown as NodeJS.WriteStream);
  if (typed === undefined) input.pause();
  else input.end(typed);
  const error = await confirmEstimate(terminal, { ...estimate, ...changed }, { yes }, { input, output }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return { error, said: String(output.read()) };
}

describe('the estimate of a long run', () => {
  it.each(['y\n', 'Y\n', ' yes \n'])('is agreed to by %j', async (typed) => {
    const { error, said } = await confirm({ typed });
    expect(error).toBeUndefined();
    expect(said).toBe('101 papers will be sent to m at h: about 150,000 tokens in and 40,000 out\nSend them? [y/N] ');
  });

  it.each(['n\n', '\n', 'no\n', 'yesterday\n', ''])('is declined by %j', async (typed) => {
    const { error } = await confirm({ typed });
    expect(error).toMatchObject({ code: 'declined', message: expect.stringContaining('--yes') });
  });

  it.each([
    ['--yes', { yes: true }],
    ['no terminal', { isTTY: false }],
    ['100 papers', { changed: { requests: 100 } }],
  ] as [string, Case][])('is only told with %s', async (_, more) => {
    const { error, said } = await confirm(more);
    expect(error).toBeUndefined();
    expect(said).toMatch(/will be sent/);
    expect(said).not.toContain('Send them?');
  });

  it.each([
    [{ cost: 12.345 }, /, about 12\.35 at the prices given$/m],
    [{ cost: 0.00321 }, /, about 0\.0032 at the prices given$/m],
    [{ cost: 0 }, /, about 0\.00 at the prices given$/m],
    [{ known: 2_000 }, /; 2,000 answers are known already$/m],
    [{ requests: 0, known: 5 }, /^nothing to ask m at h; 5 answers are known already$/m],
  ])('tells of %j', async (changed, expected) => {
    expect((await confirm({ changed, yes: true })).said).toMatch(expected);
  });
});
