/** How steps and methods are called wherever a lineage is written. */
import type { LineageMethod, LineageStatement, LineageStep } from '../model/index.js';

const SAYS: Record<NonNullable<LineageStep['kind']>, string> = {
  extends: 'extends',
  combines: 'combines',
  adapts: 'adapts',
  replaces: 'replaces',
  scales: 'scales',
  distils: 'distils',
  'fine-tunes': 'fine-tunes',
  version: 'is a version of',
  contains: 'contains',
};

/** From the newer to the older: "extends", or "builds on" where no more is known. */
export function stepWords({ kind }: Pick<LineageStep, 'kind'>): string {
  return kind === undefined ? 'builds on' : SAYS[kind];
}

/** When it began, as far as that is known: `2024-05-01`, or `by 2024-05-01` where it was only first seen then. */
export function whenWords({ date, dated }: Pick<LineageMethod, 'date' | 'dated'>): string {
  if (date === undefined) return 'undated';
  return dated === 'introduced' ? date : `by ${date}`;
}

/** What a step is known from: a sentence, or the name. */
export function evidenceWords({
  statements,
  rule,
  naming,
}: Pick<LineageStep, 'statements' | 'rule' | 'naming'>): string {
  const first = statements[0];
  const said = (one: LineageStatement) => `${one.paper}: ${one.evidence.replace(/\s+/g, ' ')}`;
  if (first) return said(first);
  return `from the name (${rule ?? 'version'})${naming ? ` in ${said(naming)}` : ''}`;
}
