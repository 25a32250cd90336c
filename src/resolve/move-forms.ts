/** Counts forms as other names: what is left to say is which. */
import { compareText, type JoinRule } from '../model/index.js';
import { isShortKey, type KeyedForm, type KeyedMention } from './keyed-mention.js';

/** The mentions with every form of a key that moves counted as the key where its moves end. */
export function moveForms(
  mentions: readonly KeyedMention[],
  moves: ReadonlyMap<string, string>,
  rule: JoinRule = 'wording',
): KeyedMention[] {
  const movedTo = (key: string): string => {
    const next = moves.get(key);
    return next === undefined ? key : movedTo(next);
  };
  const isMoved = ({ key }: KeyedForm) => moves.has(key);
  return mentions.map((mention) => {
    const { long, short } = mention;
    if (!long.some(isMoved) && !short.some(isMoved)) return mention;
    const forms = [...long, ...short]
      .map((one): KeyedForm => (isMoved(one) ? { key: movedTo(one.key), form: one.form, rule } : one))
      .sort((a, b) => compareText(a.key, b.key) || compareText(a.form, b.form));
    return {
      ...mention,
      long: forms.filter(({ key }) => !isShortKey(key)),
      short: forms.filter(({ key }) => isShortKey(key)),
    };
  });
}
