/** From the links between keys to the joins between the forms of one sense: a tree that leads from each form to every other. */
import { compareText } from '../model/index.js';
import { isShortKey, type KeyedForm, type KeyedMention } from './keyed-mention.js';
import { type Link, type Links, SHOWN_PAPERS } from './links.js';
import { nameKey } from './name-key.js';
import type { Join } from './sense.js';

interface Spelling extends Pick<KeyedForm, 'form' | 'rule'> {
  count: number;
  /** A few of the papers that write it so. */
  readonly papers: string[];
}

export function joinsOf(mentions: readonly KeyedMention[], links: Links): Join[] {
  if (haveOneForm(mentions)) return [];
  const spellings = spellingsByKey(mentions);
  const joins: Join[] = [];
  const main = new Map<string, string>();
  for (const [key, forms] of spellings) {
    const [first, ...rest] = [...forms.values()].sort((a, b) => b.count - a.count || compareText(a.form, b.form));
    if (first === undefined) continue;
    main.set(key, first.form);
    for (const { form, rule, papers } of rest) {
      const isSpelling = nameKey(form) === nameKey(first.form);
      const reason = isSpelling ? 'spelling' : (rule ?? first.rule ?? 'spelling');
      joins.push({ a: first.form, b: form, rule: reason, score: 1, papers });
    }
  }
  for (const { a, b, rule, score, papers } of spanningLinks(longFirst([...main.keys()]), links)) {
    const [one, other] = [main.get(a), main.get(b)];
    if (one !== undefined && other !== undefined && one !== other)
      joins.push({ a: one, b: other, rule, score, papers });
  }
  return joins;
}

function haveOneForm(mentions: readonly KeyedMention[]): boolean {
  const form = onlyForm(mentions[0]);
  return mentions.every((mention) => {
    const other = onlyForm(mention);
    return other !== undefined && other.form === form?.form && other.key === form.key;
  });
}

function onlyForm(mention: KeyedMention | undefined): KeyedForm | undefined {
  if (mention === undefined || mention.long.length + mention.short.length !== 1) return undefined;
  return mention.long[0] ?? mention.short[0];
}

function spellingsByKey(mentions: readonly KeyedMention[]): Map<string, Map<string, Spelling>> {
  const byKey = new Map<string, Map<string, Spelling>>();
  for (const { paper, long, short } of mentions) {
    for (const { key, form, rule } of [...long, ...short]) {
      const forms = byKey.get(key) ?? new Map<string, Spelling>();
      byKey.set(key, forms);
      const known: Spelling = forms.get(form) ?? { form, ...(rule && { rule }), count: 0, papers: [] };
      forms.set(form, known);
      known.count++;
      if (known.papers.length < SHOWN_PAPERS) known.papers.push(paper);
    }
  }
  return byKey;
}

/** Long forms before short ones: two wordings are one for their words, not for the acronym that both define. */
function longFirst(keys: readonly string[]): string[] {
  return [...keys].sort((a, b) => Number(isShortKey(a)) - Number(isShortKey(b)) || compareText(a, b));
}

/** Links that reach every key from the first one, breadth first. */
function spanningLinks(keys: readonly string[], links: Links): Link[] {
  const waiting = new Set(keys);
  const tree: Link[] = [];
  for (const start of keys) {
    const queue = waiting.delete(start) ? [start] : [];
    for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
      for (const [other, link] of links.of(key)) {
        if (!waiting.delete(other)) continue;
        tree.push(link);
        queue.push(other);
      }
    }
  }
  return tree;
}
