/** The records of all papers as what works over all of them goes through them: in one order, as often as it needs. */
import { byKeys } from './order.js';
import type { Paper } from './paper.js';
import type { ExtractionRecord } from './record.js';

/** One record for each different paper, sorted by the papers' ids. They need not be in memory: each time they are made anew. */
export interface SortedRecords extends Iterable<ExtractionRecord> {
  /** The same order. */
  readonly papers: readonly Paper[];
}

/** @param records in any order; sorted ones are given back as they are */
export function sortRecords(records: readonly ExtractionRecord[] | SortedRecords): SortedRecords {
  if ('papers' in records) return records;
  const sorted = [...records].sort(byKeys(({ paper }) => paper.id));
  return { papers: sorted.map(({ paper }) => paper), [Symbol.iterator]: () => sorted.values() };
}
