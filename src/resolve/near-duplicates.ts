/**
 * Joins papers whose texts are nearly the same, after those with equal identifiers or equal text are one.
 *
 * Candidates (`similar-texts.ts`) are read back and judged in pairs (`same-paper.ts`). Pairs that are the same are
 * joined, the surest first, as in Kruskal's algorithm, and a join is left out where it would bring together two papers
 * that are apart: so a text without a number can never chain two arXiv numbers, two DOIs of one registrant or Part I and
 * Part II. A text that is as like to one of two such papers as to the other is joined to neither. Equal scores go by the
 * ids of the papers; nothing depends on the order of the input.
 */
import { compareText, foldWords } from '../model/index.js';
import type { NumberSets } from './number-sets.js';
import { factsOf, type Member } from './paper-merge.js';
import { isTelling, TELLING_SHINGLES, tellingTitle, type Verdict } from './same-paper.js';
import { shinglesOf } from './shingles.js';
import { SimilarTexts } from './similar-texts.js';
import { Witnesses } from './witnesses.js';

/** Words of the beginning by which a text that was cut short is found. */
const HEAD_WORDS = 40;
/** A match is clear when no match with a paper apart from it scores as much or nearly. */
const CLEAR_MARGIN = 0.05;
/** Rivals looked at for each match, and texts that one paper may have: both bound the cost where very many are alike. */
const MOST_RIVALS = 16;
const MOST_TEXTS = 64;

interface Match {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  /** The two ids, the smaller first. */
  readonly ids: string;
}

export class NearDuplicates {
  readonly #texts = new SimilarTexts();

  /** Adds the member of the next number: 0, 1, 2 … */
  add(member: Member): void {
    const { abstract, title } = factsOf(member);
    const words = isTelling(abstract) ? foldWords(abstract) : [];
    const shingles = shinglesOf(words);
    if (shingles.length < TELLING_SHINGLES) this.#texts.addNone();
    else this.#texts.add(shingles, shinglesOf(words.slice(0, HEAD_WORDS)), title && tellingTitle(title));
  }

  /** @param sets those that are one already; near duplicates are united in them */
  join(sets: NumberSets, load: (number: number) => Member): void {
    const candidates = this.#texts.candidates((number) => sets.find(number));
    const witnesses = new Witnesses(candidates.flat(), sets, load);
    const matches: Match[] = [];
    for (const [a, b] of candidates) {
      const verdict = witnesses.judge(a, b);
      if (!verdict.same) continue;
      const ids = [witnesses.get(a).id, witnesses.get(b).id].sort(compareText).join(' ');
      matches.push({ a, b, score: verdict.score, ids });
    }
    matches.sort((x, y) => y.score - x.score || compareText(x.ids, y.ids));
    unite(clearMatches(matches, witnesses), witnesses, sets);
  }
}

/** Leaves out each match that has a rival: as good a match of one of the two with a paper apart from the other. */
function clearMatches(matches: readonly Match[], witnesses: Witnesses): Match[] {
  const matchesOf = new Map<number, Match[]>();
  for (const match of matches)
    for (const paper of [match.a, match.b]) {
      const there = matchesOf.get(paper);
      if (there === undefined) matchesOf.set(paper, [match]);
      else there.push(match);
    }
  const hasRival = (match: Match, paper: number) => {
    const other = match.a === paper ? match.b : match.a;
    const rivals = (matchesOf.get(paper) ?? []).filter((rival) => Math.abs(rival.score - match.score) < CLEAR_MARGIN);
    return rivals
      .slice(0, MOST_RIVALS)
      .some((rival) => rival !== match && isApart(witnesses.judge(other, rival.a === paper ? rival.b : rival.a)));
  };
  return matches.filter((match) => !hasRival(match, match.a) && !hasRival(match, match.b));
}

/** Unites by the matches in turn, wherever no two papers of the two sides are apart. */
function unite(matches: readonly Match[], witnesses: Witnesses, sets: NumberSets): void {
  const papersOf = new Map<number, number[]>();
  for (const { a, b } of matches) {
    const [ra, rb] = [sets.find(a), sets.find(b)];
    if (ra === rb) continue;
    const [left, right] = [papersOf.get(ra) ?? [ra], papersOf.get(rb) ?? [rb]];
    if (left.length + right.length > MOST_TEXTS) continue;
    if (left.some((one) => right.some((other) => isApart(witnesses.judge(one, other))))) continue;
    sets.union(ra, rb);
    papersOf.set(sets.find(ra), [...left, ...right]);
  }
}

function isApart(verdict: Verdict): boolean {
  return !verdict.same && verdict.apart;
}
