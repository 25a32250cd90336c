/** The worst misses and the worst extras, counted as the judge counts them, and how near each was to being right. */
import type { ComparedPaper } from './compare.js';
import type { MarkedEntity } from './marked-paper.js';

export interface Mistake {
  /** `Type: name`. */
  readonly entity: string;
  readonly count: number;
  /** Of these: a mention overlaps a mention that the other reader marked, so that only the boundaries differ. */
  readonly boundary: number;
  /** What the other reader marked there most often, as `Type: name`. */
  readonly instead?: string;
}

export interface WrongType {
  readonly entity: string;
  readonly count: number;
  /** The type that the prediction gives most often. */
  readonly instead: string;
}

export interface Mistakes {
  /** Gold entities without a partner: how many, by kind. `wrong_type` have a partner of another type. */
  readonly miss_kinds: { readonly boundary: number; readonly absent: number; readonly wrong_type: number };
  /** Predicted entities without a partner. */
  readonly extra_kinds: { readonly boundary: number; readonly absent: number };
  readonly missed: readonly Mistake[];
  readonly extra: readonly Mistake[];
  readonly wrong_type: readonly WrongType[];
}

/** @param limit how many of the worst are listed of each kind */
export function mistakes(papers: readonly ComparedPaper[], limit: number): Mistakes {
  const missed = new Counter();
  const extra = new Counter();
  const wrongType = new Counter();
  for (const { gold, predicted, pairs } of papers) {
    const text = `${gold.title}\n${gold.abstract}`;
    const found = predicted?.entities ?? [];
    const partners = new Set(pairs.values());
    const inGold = gold.entities.map((entity, i) => ({
      entity,
      paired: pairs.has(i),
      mentions: mentions(text, entity),
    }));
    const inFound = found.map((entity, j) => ({ entity, paired: partners.has(j), mentions: mentions(text, entity) }));
    for (const one of inGold) if (!one.paired) missed.add(label(one.entity), nearest(one, inFound));
    for (const one of inFound) if (!one.paired) extra.add(label(one.entity), nearest(one, inGold));
    for (const [i, j] of pairs) {
      const [entity, partner] = [gold.entities[i], found[j]];
      if (entity && partner && entity.type !== partner.type) wrongType.add(label(entity), partner.type);
    }
  }
  return {
    miss_kinds: { ...missed.kinds(), wrong_type: wrongType.total },
    extra_kinds: extra.kinds(),
    missed: missed.worst(limit),
    extra: extra.worst(limit),
    wrong_type: wrongType.worst(limit).map(({ entity, count, instead }) => ({ entity, count, instead: instead ?? '' })),
  };
}

interface Placed {
  readonly entity: MarkedEntity;
  readonly paired: boolean;
  readonly mentions: readonly (readonly [number, number])[];
}

const label = ({ type, name }: MarkedEntity) => `${type}: ${name}`;

/** Where the surfaces stand in the text as whole words. A record whose text was cleaned may miss some. */
function mentions(text: string, { surfaces }: MarkedEntity): [number, number][] {
  const places: [number, number][] = [];
  for (const surface of surfaces) {
    if (surface === '') continue;
    for (let start = text.indexOf(surface); start >= 0; start = text.indexOf(surface, start + 1)) {
      const end = start + surface.length;
      if (!insideWord(text, start) && !insideWord(text, end)) places.push([start, end]);
    }
  }
  return places;
}

const WORD = /[\p{L}\p{N}]/u;

function insideWord(text: string, at: number): boolean {
  return WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');
}

/** The other reader's entity whose mentions overlap; one without a partner rather than one that has its own. */
function nearest(one: Placed, others: readonly Placed[]): string | undefined {
  const overlapping = others.filter((other) =>
    other.mentions.some(([start, end]) => one.mentions.some(([from, to]) => start < to && from < end)),
  );
  const near = overlapping.find(({ paired }) => !paired) ?? overlapping[0];
  return near && label(near.entity);
}

/** Counts labels in the order they first came, so that the worst come in the judge's order. */
class Counter {
  readonly #counts = new Map<string, { count: number; boundary: number; instead: Map<string, number> }>();

  add(name: string, instead: string | undefined): void {
    const known = this.#counts.get(name) ?? { count: 0, boundary: 0, instead: new Map<string, number>() };
    known.count++;
    if (instead !== undefined) {
      known.boundary++;
      known.instead.set(instead, (known.instead.get(instead) ?? 0) + 1);
    }
    this.#counts.set(name, known);
  }

  get total(): number {
    return this.#sum(({ count }) => count);
  }

  kinds(): { boundary: number; absent: number } {
    const boundary = this.#sum((one) => one.boundary);
    return { boundary, absent: this.total - boundary };
  }

  worst(limit: number): Mistake[] {
    return [...this.#counts]
      .sort(([, a], [, b]) => b.count - a.count)
      .slice(0, limit)
      .map(([entity, { count, boundary, instead }]) => {
        const [most] = [...instead].sort(([, a], [, b]) => b - a);
        return { entity, count, boundary, ...(most === undefined ? {} : { instead: most[0] }) };
      });
  }

  #sum(of: (one: { count: number; boundary: number }) => number): number {
    return [...this.#counts.values()].reduce((sum, one) => sum + of(one), 0);
  }
}
