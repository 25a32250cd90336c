/** Where a text names an entity: for marking names in abstracts and in evidence. Pure text, no markup. */

export interface Term {
  readonly id: string;
  /** The name and its other forms. */
  readonly forms: readonly string[];
}

export interface Mention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

const patterns = new Map<string, RegExp>();

/** Hyphens and spaces stand for each other, a plural s may follow; short capitals (`RL`) keep their case. */
function patternOf(form: string): RegExp {
  const known = patterns.get(form);
  if (known) return known;
  const body = form
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/[\s\-‐‑–]+/g, '[\\s\\-‐‑–]?');
  const exact = form.length <= 4 && form !== form.toLowerCase();
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${body}(?:e?s)?(?![\\p{L}\\p{N}])`, exact ? 'gu' : 'giu');
  if (patterns.size > 5_000) patterns.clear();
  patterns.set(form, pattern);
  return pattern;
}

/** Mentions in order, none covering another: the longest wins, then the first. Offsets in UTF-16 code units of `text`. */
export function findMentions(text: string, terms: readonly Term[]): Mention[] {
  const found: Mention[] = [];
  for (const { id, forms } of terms) {
    for (const form of forms) {
      if (form.trim() === '') continue;
      for (const match of text.matchAll(patternOf(form))) {
        found.push({ id, start: match.index, end: match.index + match[0].length });
      }
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || (a.id < b.id ? -1 : 1));
  const kept: Mention[] = [];
  for (const mention of found) {
    if (kept.every((other) => mention.end <= other.start || other.end <= mention.start)) kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}

export interface Segment {
  readonly text: string;
  /** Where it starts in the text; a key for lists. */
  readonly start: number;
  /** The entity that is named here. */
  readonly id: string | undefined;
  /** Whether it lies in the lit stretch. */
  readonly lit: boolean;
}

/** Cuts a text at its mentions and at a lit stretch; the pieces join to the text again. */
export function cutText(text: string, mentions: readonly Mention[], lit?: readonly [number, number]): Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of mentions) cuts.add(start).add(end);
  for (const at of lit ?? []) if (at > 0 && at < text.length) cuts.add(at);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, i) => ({
    text: text.slice(start, places[i + 1]),
    start,
    id: mentions.find((mention) => mention.start <= start && start < mention.end)?.id,
    lit: lit !== undefined && lit[0] <= start && start < lit[1],
  }));
}
