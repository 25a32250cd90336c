/** Dates, numbers and names of things as people read them; never by the machine's locale. */
import type { Direction, EdgeType, NodeLabel } from '../api/types.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2025-10-02` and `2025-10` as "Oct 2025", `2025` as "2025". */
export function formatDate(iso: string): string {
  const [year = '', month] = iso.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return name ? `${name} ${year}` : year;
}

/** 12345 as "12,345". */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** "1 paper", "31 papers". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export const LABEL_PLURALS: Readonly<Record<NodeLabel, string>> = {
  Paper: 'Papers',
  Concept: 'Concepts',
  Technique: 'Techniques',
  Model: 'Models',
  Benchmark: 'Benchmarks',
  Author: 'Authors',
  Organization: 'Organizations',
};

/** A type of link by itself, as the filters name it. */
export const EDGE_NAMES: Readonly<Record<EdgeType, string>> = {
  INTRODUCES: 'introduces',
  COMPARES_WITH: 'compares with',
  EVALUATES_ON: 'evaluates on',
  USES: 'uses',
  STUDIES: 'studies',
  BUILDS_ON: 'builds on',
  OUTPERFORMS: 'outperforms',
  PART_OF: 'is part of',
  VARIANT_OF: 'is a variant of',
  WROTE: 'wrote',
  AFFILIATED_WITH: 'is from',
};

/** The heading over what is at the other end of an edge, as seen from this end. */
export const EDGE_HEADINGS: Readonly<Record<EdgeType, Readonly<Record<Direction, string>>>> = {
  INTRODUCES: { out: 'Introduces', in: 'Introduced in' },
  COMPARES_WITH: { out: 'Compares with', in: 'Compared with in' },
  EVALUATES_ON: { out: 'Evaluates on', in: 'Evaluated on in' },
  USES: { out: 'Uses', in: 'Used in' },
  STUDIES: { out: 'Studies', in: 'Studied in' },
  BUILDS_ON: { out: 'Builds on', in: 'Is built on by' },
  OUTPERFORMS: { out: 'Outperforms', in: 'Is outperformed by' },
  PART_OF: { out: 'Is part of', in: 'Has parts' },
  VARIANT_OF: { out: 'Is a variant of', in: 'Has variants' },
  WROTE: { out: 'Wrote', in: 'Written by' },
  AFFILIATED_WITH: { out: 'From', in: 'Papers from here' },
};

/** Cut at a word where there is one near, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most * 0.6 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** The forms that a reader would call different: not those that only differ in case, hyphens or spaces. */
export function distinctForms(name: string, aliases: readonly string[]): string[] {
  const fold = (form: string) => form.toLowerCase().replace(/[\s\-‐‑–]+/g, '');
  const seen = new Set([fold(name)]);
  return aliases.filter((alias) => !seen.has(fold(alias)) && seen.add(fold(alias)));
}

/** With a capital at its beginning, as a sentence has. */
export function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/**
 * What a server says as a sentence: it begins small and may lack its stop. The name of a file at its beginning stays as it
 * is written.
 */
export function toSentence(words: string): string {
  const isFile = /^\S*[./\\]\S/.test(words) || /^[^"“:]+:\d+:\d+: /.test(words);
  const begun = isFile ? words : capitalised(words);
  return `${begun}${/[.!?…]$/.test(words) ? '' : '.'}`;
}

/** How a paper whose title is not at hand is named: `arXiv 2506.00188`. */
export function paperIdWords(id: string): string {
  if (id.startsWith('arxiv:')) return `arXiv ${id.slice(6)}`;
  if (id.startsWith('doi:')) return `DOI ${id.slice(4)}`;
  return 'a paper without a number';
}
