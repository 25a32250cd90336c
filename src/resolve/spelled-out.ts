/**
 * Well-known names that hardly any paper spells out: the paper that does (`Chat Generative Pre-trained Transformer
 * (ChatGPT)`) means what all others mean by them.
 */
import { compareText } from '../model/index.js';
import { countDefinitions, type Definitions } from './definitions.js';
import type { KeyedForm, KeyedMention } from './keyed-mention.js';
import { isHardlyDefined, type Use } from './meanings.js';
import { numberSignature } from './shapes.js';

/** Nobody chances upon `GSM8K` or `RoBERTa`; capitals alone (`SAM`, `CLIP`) stand for more than one thing. */
const UNMISTAKABLE = /^(?=.{4})(?=.*(?:\d|\p{Ll}\p{Lu}))/u;

/**
 * @param uses of short forms that their papers do not define, by the key of the short form
 * @param rootOf what the key of a long form is joined to
 * @returns the key of the well-known name, by the root of the long form that stands for nothing else
 */
export function findSpelledOut(
  mentions: readonly KeyedMention[],
  definitions: Definitions,
  uses: ReadonlyMap<string, readonly Use[]>,
  rootOf: (key: string) => string,
): ReadonlyMap<string, string> {
  const wellKnown = new Set<string>();
  for (const [key, { length }] of uses) {
    const longForms = definitions.get(key);
    if (longForms && isHardlyDefined(countDefinitions(longForms), length)) wellKnown.add(key);
  }
  const written = usualForms(mentions, wellKnown);
  const isUsual = ({ key, form }: KeyedForm) => written.get(key) === form && UNMISTAKABLE.test(form);
  const names = new Map<string, string | undefined>();
  for (const { role, long, short } of mentions) {
    const [first] = long;
    if (first === undefined) continue;
    const name = role === 'introduces' ? undefined : short.find(isUsual);
    const isOne = name !== undefined && long.every(({ form }) => numberSignature(form) === numberSignature(name.form));
    const root = rootOf(first.key);
    const key = isOne && (!names.has(root) || names.get(root) === name.key) ? name.key : undefined;
    names.set(root, key);
  }
  return new Map([...names].flatMap(([root, key]) => (key === undefined ? [] : [[root, key]])));
}

/** How most papers write each name that they do not spell out. */
function usualForms(
  mentions: readonly KeyedMention[],
  names: ReadonlySet<string>,
): ReadonlyMap<string, string | undefined> {
  const counts = new Map<string, Map<string, number>>();
  for (const { long, short } of mentions) {
    const [alone] = short;
    if (long.length > 0 || alone === undefined || !names.has(alone.key)) continue;
    const forms = counts.get(alone.key) ?? new Map<string, number>();
    counts.set(alone.key, forms.set(alone.form, (forms.get(alone.form) ?? 0) + 1));
  }
  const usual = (forms: ReadonlyMap<string, number>): string | undefined =>
    [...forms].sort(([a, x], [b, y]) => y - x || compareText(a, b))[0]?.[0];
  return new Map([...counts].map(([key, forms]) => [key, usual(forms)]));
}
