/** How much of what could go on for ever is done: `npm test` does a tenth of what `npm run test:long` does. */

/** Whether `npm run test:long` runs. */
export const isLong = process.env['STEMMA_TEST_LONG'] === 'true';

/** @param often what `npm test` does @returns ten times as many where there is time */
export function runs(often: number): { numRuns: number } {
  return { numRuns: isLong ? often * 10 : often };
}
