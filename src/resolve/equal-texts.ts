/**
 * Joins papers of equal text, after those of equal identifiers are one. All that hang together by text are joined or,
 * where two of them contradict each other, none: near duplicates are then sought among them as among any others, so
 * that an equal text never chains what a nearly equal one would not.
 */
import type { NumberSets } from './number-sets.js';
import type { Member } from './paper-merge.js';
import { contradict } from './same-paper.js';
import { Witnesses } from './witnesses.js';

/** More papers of one text than this are not looked at here. */
const MOST_PAPERS = 64;

/**
 * @param sets those that are one by their identifiers; those of equal text are united in them
 * @param byText those that hang together by identifiers or text
 */
export function joinEqualTexts(sets: NumberSets, byText: NumberSets, load: (number: number) => Member): void {
  const together = new Map<number, number[]>();
  for (let number = 0; number < sets.size; number++) {
    const [root, whole] = [sets.find(number), byText.find(number)];
    if (root !== number || sets.find(whole) === root) continue;
    const papers = together.get(whole) ?? [sets.find(whole)];
    together.set(whole, papers);
    papers.push(root);
  }
  const witnesses = new Witnesses([...together.values()].flat(), sets, load);
  for (const papers of together.values()) {
    if (papers.length > MOST_PAPERS) continue;
    const all = papers.map((root) => witnesses.get(root));
    if (all.some((one, i) => all.slice(i + 1).some((other) => contradict(one, other)))) continue;
    for (const root of papers) sets.union(root, papers[0] ?? root);
  }
}
