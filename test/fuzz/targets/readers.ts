/** Every reader, by what a file's content looks like. */
import { deepEqual } from 'node:assert/strict';
import { checkResult } from '../../read/check-result.js';
import { FIXTURES, readText } from '../../read/support.js';
import type { FuzzTarget } from '../target.js';

/** Shorter than most words, so that every sign is cut somewhere. */
const SMALL_PIECE = 13;

export const readersTarget: FuzzTarget = {
  name: 'readers',
  seeds: () => FIXTURES.map(({ content }) => content),
  async run(input) {
    const result = await readText(input);
    checkResult(result);
    // Whatever pieces it comes in.
    deepEqual(await readText(input, SMALL_PIECE), result);
  },
};
