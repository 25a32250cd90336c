/** A prediction that errs in every way that the judge can tell apart, the same way each time. */
import { seededRandom } from '../../src/model/index.js';
import type { EntityTuple } from './papers.js';

export interface GoldObject {
  id: string;
  title: string;
  text: string;
  entities: EntityTuple[];
  relations: [string, string, string, string][];
}

const TYPES = ['Concept', 'Benchmark', 'Model', 'Technique'];
const ROLES = ['introduces', 'compares_with', 'evaluates_on', 'uses', 'studies', 'Studies'];
const RELATIONS = ['BUILDS_ON', 'OUTPERFORMS', 'PART_OF'];

/** Drops, retypes, renames, merges, doubles and adds; every other seed writes extraction records, with confidence. */
export function perturb(papers: readonly GoldObject[], seed: number): object[] {
  const random = seededRandom(seed);
  const chance = (share: number) => random() < share;
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  return papers.flatMap((paper, number): object[] => {
    if (number % 25 === seed) return [];
    const entities = paper.entities.flatMap(([name, type, role, surfaces]): EntityTuple[] => {
      if (chance(0.12)) return [];
      const other = pick(paper.entities);
      const found: EntityTuple = [
        chance(0.1) ? `${name.toUpperCase()}s` : chance(0.08) ? `other ${name}` : name,
        chance(0.12) ? pick(TYPES) : type,
        chance(0.15) ? pick(ROLES) : role,
        chance(0.1) ? [...surfaces, ...other[3]] : chance(0.1) ? [] : surfaces,
      ];
      return chance(0.06) ? [found, [name, pick(TYPES), pick(ROLES), surfaces]] : [found];
    });
    if (chance(0.3)) entities.push(['an extra', pick(TYPES), pick(ROLES), ['an extra one']]);
    if (chance(0.2)) entities.reverse();
    const relations = paper.relations.flatMap(([head, type, tail, evidence]): [string, string, string, string][] => {
      if (chance(0.15)) return [];
      const said: [string, string, string, string] = [
        chance(0.08) ? pick(paper.entities)[0] : head,
        chance(0.1) ? pick(RELATIONS) : type,
        chance(0.05) ? 'nothing known' : tail,
        evidence,
      ];
      return chance(0.1) ? [said, said, [tail, type, head, evidence]] : [said];
    });
    // A paper whose abstract differs is paired by its id.
    const text = chance(0.05) ? `Abstract. ${paper.text}` : paper.text;
    if (seed % 2 === 0) return [{ ...paper, text, id: `arxiv:${paper.id}`, entities, relations }];
    return [
      {
        paper: { id: `arxiv:${paper.id}v2`, title: paper.title, abstract: text },
        entities: entities.map(([name, type, role, surfaces]) => ({
          name,
          type,
          role,
          surfaces,
          confidence: random(),
        })),
        relations: relations.map(([from, type, to, evidence]) => ({ from, type, to, evidence, confidence: random() })),
      },
    ];
  });
}
