/**
 * Whether an undefined use of an acronym can be what its definitions say, where the paper takes it for another kind of thing.
 * It cannot be the one thing that a paper or two coined it for: the benchmark Arena is no "adaptive rewarded evidence
 * navigation agent". Nor can a name, which the benchmark MATH is, be what papers mostly call by its words alone
 * (mathematical reasoning).
 */
import type { EntityType } from '../model/index.js';
import type { Definers } from './meanings.js';

/** What an acronym is to a paper. */
export interface Taken {
  readonly type: EntityType;
  /** Whether the paper presents it as its own. */
  readonly introduces: boolean;
}

/** Under so many defining papers that all present it as their own, the meaning is coined. */
const FIRM = 3;
/** Under so many defining papers, words that so many papers write without the acronym have a life of their own. */
const FEW_DEFINE = 5;
const OWN_LIFE = { papers: 10, times: 5 };

/**
 * @param taken what the acronym is to each paper
 * @param uses papers that do not define it
 * @param definers papers that do, by meaning
 * @param writing how many papers write the words of a meaning, with or without the acronym
 * @returns whether a use cannot have a meaning
 */
export function findOtherKinds(
  taken: ReadonlyMap<string, Taken>,
  uses: readonly string[],
  definers: Definers,
  writing: (meaning: string) => number,
): (paper: string, meaning: string) => boolean {
  const usual = usualName(uses.map((paper) => taken.get(paper)?.type));
  const kinds = new Map(
    [...definers].map(([meaning, papers]) => {
      const defined = papers.flatMap((paper) => taken.get(paper) ?? []);
      const isCoined = papers.length < FIRM && defined.every(({ introduces }) => introduces);
      const hasOwnLife =
        papers.length < FEW_DEFINE &&
        writing(meaning) - papers.length >= Math.max(OWN_LIFE.papers, OWN_LIFE.times * papers.length);
      return [meaning, { types: new Set(defined.map(({ type }) => type)), isCoined, hasOwnLife }];
    }),
  );
  return (paper, meaning) => {
    const type = taken.get(paper)?.type;
    const kind = kinds.get(meaning);
    if (type === undefined || kind === undefined || kind.types.size === 0 || kind.types.has(type)) return false;
    return kind.isCoined || (type === usual && kind.hasOwnLife);
  };
}

/** Benchmark or Model, if at least half of the uses are one. */
function usualName(types: readonly (EntityType | undefined)[]): EntityType | undefined {
  const names: readonly EntityType[] = ['Benchmark', 'Model'];
  return names.find((name) => types.filter((type) => type === name).length * 2 >= types.length);
}
