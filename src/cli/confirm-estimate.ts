/** Tells what a run will ask of a server, and asks a person before a long one. */
import { createInterface } from 'node:readline/promises';
import type { Estimate } from '../extract/index.js';
import { InputError } from '../model/index.js';
import { formatCount, type Terminal } from './terminal.js';

/** Runs of up to so many requests begin without a question. */
const UNASKED = 100;

export interface ConfirmOptions {
  /** Agreed to beforehand. */
  yes?: boolean | undefined;
}

/** The question goes where the other messages go, since standard output may be a pipe. */
export interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream;
}

/** @throws InputError `declined` where a person says no; nothing has been sent then */
export async function confirmEstimate(
  terminal: Terminal,
  estimate: Estimate,
  options: ConfirmOptions,
  streams: Streams = { input: process.stdin, output: process.stderr },
): Promise<void> {
  terminal.note(describe(estimate));
  if (options.yes === true || estimate.requests <= UNASKED || streams.input.isTTY !== true) return;
  const ask = createInterface({ ...streams, terminal: false });
  try {
    // The end of the input is no consent.
    const ended = new Promise<string>((resolve) => ask.once('close', () => resolve('')));
    const answer = await Promise.race([ask.question('Send them? [y/N] '), ended]);
    if (!/^\s*y(?:es)?\s*$/i.test(answer)) {
      throw new InputError('declined', 'nothing was sent; --yes agrees beforehand');
    }
  } finally {
    ask.close();
  }
}

function describe({ server, requests, known, tokensIn, tokensOut, cost }: Estimate): string {
  const kept = known === 0 ? '' : `; ${formatCount(known)} answers are known already`;
  if (requests === 0) return `nothing to ask ${server}${kept}`;
  const price = cost === undefined ? '' : `, about ${formatCost(cost)} at the prices given`;
  return `${formatCount(requests)} papers will be sent to ${server}: about ${formatCount(tokensIn)} tokens in and ${formatCount(tokensOut)} out${price}${kept}`;
}

/** Two decimals, and more where the sum is small. */
function formatCost(cost: number): string {
  return cost === 0 || cost >= 0.1 ? cost.toFixed(2) : cost.toPrecision(2);
}
