/** A name with its kind or its maker beside it is that name, where the name alone is mostly taken for a thing of this kind. */
import { compareText, type EntityType } from '../model/index.js';
import { namesWritten } from './additions.js';
import { type KeyedMention, toShortKey } from './keyed-mention.js';
import { moveForms } from './move-forms.js';
import { nameKey } from './name-key.js';
import { isMostly, voteOnTypes } from './type-votes.js';

/** The mentions with every form that adds a kind or a maker to a name counted as that name. */
export function unifyAdditions(mentions: readonly KeyedMention[]): KeyedMention[] {
  const names = namesWithin(mentions);
  const bareKeys = new Set([...names.values()].flatMap((within) => within.names.flatMap(({ keys }) => keys)));
  const votes = voteOnTypes(mentions, (key) => bareKeys.has(key));
  const moves = new Map<string, string>();
  for (const [key, { names: ofKey }] of names) {
    const [target] = ofKey.flatMap(({ type, keys }) =>
      keys.filter((one) => one !== key && isMostly(votes.get(one), type)),
    );
    if (target !== undefined) moves.set(key, target);
  }
  // Each key is shorter than the one that it stands for, so moving ends.
  return moveForms(mentions, moves);
}

interface Name {
  /** What it must mostly be taken for. */
  readonly type: EntityType;
  /** What it may be known by. */
  readonly keys: readonly string[];
}

/** The names within the spellings of a key, the shortest first: of the first spelling, as text sorts, that has any. */
function namesWithin(
  mentions: readonly KeyedMention[],
): ReadonlyMap<string, { readonly form: string; readonly names: readonly Name[] }> {
  const names = new Map<string, { readonly form: string; readonly names: readonly Name[] }>();
  const seen = new Set<string>();
  for (const { long, short } of mentions) {
    for (const forms of [long, short]) {
      for (const { key, form } of forms) {
        if (seen.has(form)) continue;
        seen.add(form);
        const known = names.get(key);
        const ofForm = known && compareText(known.form, form) < 0 ? [] : namesIn(form);
        if (ofForm.length > 0) names.set(key, { form, names: ofForm });
      }
    }
  }
  return names;
}

function namesIn(form: string): Name[] {
  return namesWritten(form).flatMap(({ bare, type }) => {
    const key = nameKey(bare);
    return key === '' ? [] : [{ type, keys: [toShortKey(key), key] }];
  });
}
