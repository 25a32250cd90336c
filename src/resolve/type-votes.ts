/** What papers take names for: how many mentions give a key each type. */
import type { EntityType } from '../model/index.js';
import type { KeyedForm, KeyedMention } from './keyed-mention.js';

export type TypeVotes = ReadonlyMap<EntityType, number>;

/** The votes of all mentions, by those of their keys that are asked for; a mention votes once for a key. */
export function voteOnTypes(
  mentions: readonly KeyedMention[],
  isAskedFor: (key: string) => boolean,
): ReadonlyMap<string, TypeVotes> {
  const votes = new Map<string, Map<EntityType, number>>();
  const isTelling = ({ key }: KeyedForm) => isAskedFor(key);
  for (const { long, short, type } of mentions) {
    // Nearly all mentions tell nothing: for these no list is made.
    if (!short.some(isTelling) && !long.some(isTelling)) continue;
    for (const key of new Set([...short, ...long].filter(isTelling).map(({ key }) => key))) {
      const vote = votes.get(key) ?? new Map<EntityType, number>();
      votes.set(key, vote.set(type, (vote.get(type) ?? 0) + 1));
    }
  }
  return votes;
}

export const sumOf = (votes: TypeVotes): number => [...votes.values()].reduce((all, n) => all + n, 0);

/** Whether more than half of the votes are for the type. */
export const isMostly = (votes: TypeVotes | undefined, type: EntityType): boolean =>
  votes !== undefined && (votes.get(type) ?? 0) * 2 > sumOf(votes);
