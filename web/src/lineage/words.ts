/** How steps and dates are called in the views. */
import { formatDate } from '../ui/words.js';
import type { LineageMethod, LineageStep } from './lineage-api.js';

/** From the newer to the older. */
export function stepWords({ kind }: Pick<LineageStep, 'kind'>): string {
  if (kind === undefined) return 'builds on';
  return kind === 'version' ? 'is a version of' : kind;
}

/** "Mar 2025", or "by Mar 2025" where it was only first seen then. */
export function whenWords({ date, dated }: Pick<LineageMethod, 'date' | 'dated'>): string {
  if (date === undefined) return 'undated';
  return dated === 'introduced' ? formatDate(date) : `by ${formatDate(date)}`;
}

export const REASONS: Readonly<Record<string, string>> = {
  'in-passing': 'said in passing by a paper that is not its own',
  unclear: 'said too unclearly',
  'own-part': 'a part of its own',
  'not-older': 'not older than it',
  circle: 'it would close a circle',
};
