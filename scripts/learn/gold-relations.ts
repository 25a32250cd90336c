/** Which of a paper's pairs the annotators related, and by which sentence. */
import type { RoledDraft } from '../../src/extract/drafts.js';
import type { PairInstance } from '../../src/extract/pairs.js';
import { RELATION_TYPES } from '../../src/model/index.js';
import { entityIndex, type Prepared } from './prepared.js';

/** The annotated entity of each draft, each given away once. */
export function matchDrafts(
  p: Prepared,
  drafts: readonly { readonly keys: readonly string[] }[],
): (number | undefined)[] {
  const used = new Set<number>();
  return drafts.map((draft) => {
    const index = entityIndex(p.entityOf, draft.keys);
    if (index === undefined || used.has(index)) return undefined;
    used.add(index);
    return index;
  });
}

/** Gold relations as `head tail` (numbers of entities) to the type's number. */
export function goldPairs(p: Prepared): Map<string, { type: number; evidence: string }> {
  const byName = new Map(p.paper.entities.map((e, i) => [e[0], i]));
  const pairs = new Map<string, { type: number; evidence: string }>();
  for (const [head, type, tail, evidence] of p.paper.relations) {
    const h = byName.get(head);
    const t = byName.get(tail);
    if (h !== undefined && t !== undefined) pairs.set(`${h} ${t}`, { type: RELATION_TYPES.indexOf(type), evidence });
  }
  return pairs;
}

/**
 * Per pair: 0 for no relation, else 1 and the type's number; -1 where the annotators related the two by another
 * sentence, which says nothing about this one.
 */
export function relationLabels(p: Prepared, drafts: readonly RoledDraft[], pairs: readonly PairInstance[]): number[] {
  const matched = matchDrafts(p, drafts);
  const gold = goldPairs(p);
  return pairs.map((pair) => {
    const found = gold.get(`${matched[pair.head]} ${matched[pair.tail]}`);
    if (found === undefined) return 0;
    const at = p.reading.text.indexOf(found.evidence);
    const sentence = p.reading.sentences[pair.sentence];
    if (at < 0 || sentence === undefined) return -1;
    return at < sentence.end && at + found.evidence.length > sentence.start ? found.type + 1 : -1;
  });
}
