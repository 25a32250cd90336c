/** Dates that are known to the day, the month or the year, compared as far as both are known. */
import { compareText } from '../model/index.js';

/** Below 0 where the first is earlier; 0 where what is known of both is the same. */
export function compareDates(a: string, b: string): number {
  const known = Math.min(a.length, b.length);
  return compareText(a.slice(0, known), b.slice(0, known));
}

/** The month of a date, `2024-05`; undefined where only the year is known. */
export function monthOf(date: string | undefined): string | undefined {
  return date === undefined || date.length < 'YYYY-MM'.length ? undefined : date.slice(0, 'YYYY-MM'.length);
}

/** Months as numbers, so that they can be subtracted; of a year alone its first. */
export function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || '1') - 1;
}
