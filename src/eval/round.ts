/** Rounding as Python does it, so that a figure is the judge's to the decimal. */

/**
 * `round(value, 1)` of Python: to the nearest tenth of the exact binary value, ties to the even tenth. `toFixed` is
 * exact too but takes the upper tenth on a tie; ties are just the odd multiples of a quarter.
 * @param value not negative, below 1e21
 */
export function roundTenth(value: number): number {
  const isTie = Number.isInteger(value * 4) && !Number.isInteger(value * 2);
  if (!isTie) return Number(value.toFixed(1));
  const below = Math.floor(value * 10);
  return (below % 2 === 0 ? below : below + 1) / 10;
}
