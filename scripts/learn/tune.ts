/** Thresholds and calibration, measured on papers that the scorers were not trained on. */
import { choose, type Scored } from '../../src/extract/choose.js';
import { likeliestType, type RoledDraft } from '../../src/extract/drafts.js';
import { RELATION_TYPES, type Relation } from '../../src/model/index.js';
import { goldPairs, matchDrafts } from './gold-relations.js';
import { entityIndex, type Prepared } from './prepared.js';

type Point = [number, number];

function bestThreshold(papers: readonly Prepared[], scoredOf: (p: Prepared) => readonly Scored[]): number {
  let best = 0.4;
  let highest = -1;
  for (let threshold = 0.26; threshold <= 0.5; threshold += 0.02) {
    let right = 0;
    let predicted = 0;
    let gold = 0;
    for (const p of papers) {
      const chosen = choose(scoredOf(p), { threshold }, p.reading);
      const used = new Set<number>();
      gold += p.paper.entities.length;
      predicted += chosen.length;
      for (const one of chosen) {
        const index = entityIndex(p.entityOf, one.candidate.keys);
        if (index === undefined || used.has(index)) continue;
        used.add(index);
        if (likeliestType(one).type === p.paper.entities[index]?.[1]) right++;
      }
    }
    const f1 = (2 * right) / (predicted + gold);
    if (f1 > highest) {
      highest = f1;
      best = threshold;
    }
  }
  return Math.round(best * 100) / 100;
}

interface Outcome {
  readonly score: number;
  readonly right: boolean;
}

/** Low enough to see every relation that a threshold could let in. */
export const ALMOST_ANY: readonly number[] = [0.04, 0.04, 0.04];

/** `relationsOf` gives all relations that are not hopeless (see ALMOST_ANY), not yet calibrated. */
function tuneRelations(
  papers: readonly Prepared[],
  draftsOf: (p: Prepared) => readonly RoledDraft[],
  relationsOf: (p: Prepared) => readonly Relation[],
): { least: number[]; calibration: Point[] } {
  const outcomes: Outcome[][] = RELATION_TYPES.map(() => []);
  const gold = RELATION_TYPES.map(() => 0);
  for (const p of papers) {
    const drafts = draftsOf(p);
    const matched = matchDrafts(p, drafts);
    const truth = goldPairs(p);
    for (const { type } of truth.values()) gold[type] = (gold[type] as number) + 1;
    const number = new Map(drafts.map((d, i) => [d.name, matched[i]]));
    for (const r of relationsOf(p)) {
      const type = RELATION_TYPES.indexOf(r.type);
      const right = truth.get(`${number.get(r.from)} ${number.get(r.to)}`)?.type === type;
      outcomes[type]?.push({ score: r.confidence, right });
    }
  }
  const least = outcomes.map((list, type) => bestCut(list, gold[type] as number));
  const kept = outcomes.flatMap((list, type) => list.filter((o) => o.score >= (least[type] as number)));
  // The scorer alone has the lower half of the scale (see decideRelations): thresholds are probabilities.
  return { least: least.map((cut) => Math.min(1, 2 * cut)), calibration: isotonic(kept) };
}

/** The cut that gives the best F1 of the outcomes at or above it. */
function bestCut(outcomes: readonly Outcome[], gold: number): number {
  const sorted = [...outcomes].sort((a, b) => b.score - a.score);
  let right = 0;
  let best = 0.5;
  let highest = -1;
  sorted.forEach((o, i) => {
    if (o.right) right++;
    const f1 = (2 * right) / (i + 1 + gold);
    if (f1 > highest) {
      highest = f1;
      best = o.score;
    }
  });
  return Math.round(best * 1000) / 1000;
}

function edgeCalibration(papers: readonly Prepared[], draftsOf: (p: Prepared) => readonly RoledDraft[]): Point[] {
  const outcomes: Outcome[] = [];
  for (const p of papers) {
    const drafts = draftsOf(p);
    const matched = matchDrafts(p, drafts);
    drafts.forEach((draft, i) => {
      const entity = p.paper.entities[matched[i] ?? -1];
      const right = entity !== undefined && entity[1] === draft.type && entity[2] === draft.role;
      outcomes.push({ score: draft.probability * draft.roleProbability, right });
    });
  }
  return isotonic(outcomes);
}

/** Isotonic regression (pool adjacent violators) over ten groups of equal size. */
function isotonic(outcomes: readonly Outcome[]): Point[] {
  const sorted = [...outcomes].sort((a, b) => a.score - b.score || Number(a.right) - Number(b.right));
  const groups: { score: number; right: number; count: number }[] = [];
  const size = Math.max(1, Math.ceil(sorted.length / 10));
  for (let i = 0; i < sorted.length; i += size) {
    const part = sorted.slice(i, i + size);
    groups.push({
      score: part.reduce((s, o) => s + o.score, 0),
      right: part.filter((o) => o.right).length,
      count: part.length,
    });
    for (let last = groups.length - 1; last > 0; last--) {
      const a = groups[last - 1] as (typeof groups)[number];
      const b = groups[last] as (typeof groups)[number];
      if (a.right / a.count <= b.right / b.count) break;
      groups.splice(last - 1, 2, { score: a.score + b.score, right: a.right + b.right, count: a.count + b.count });
    }
  }
  const round = (n: number): number => Math.round(n * 1000) / 1000;
  return groups.map((g): Point => [round(g.score / g.count), round(g.right / g.count)]);
}

export const tune = { threshold: bestThreshold, relations: tuneRelations, edgeCalibration };
