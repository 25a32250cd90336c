/** A sense: one thing under all its names, described by the vote of the mentions that were found to be it. */
import { compareText, type EntityType, type JoinRule } from '../model/index.js';
import { formsOf, type Mention } from './mention.js';
import { slug } from './slug.js';

/** Why two forms of a sense are taken for the same thing. */
export interface Join {
  readonly a: string;
  readonly b: string;
  readonly rule: JoinRule;
  /** How sure, from 0 to 1. */
  readonly score: number;
  /** Ids of papers that show it, a few. */
  readonly papers: readonly string[];
}

export type { JoinRule };

export interface Sense {
  readonly id: string;
  readonly label: EntityType;
  readonly name: string;
  /** Every other form that the papers use, sorted. */
  readonly aliases: readonly string[];
  /** What joined the forms; a path of these leads from each alias to the name. */
  readonly joins: readonly Join[];
  readonly mentions: readonly Mention[];
}

/** How many papers mention it. */
export function papersOf({ mentions }: Pick<Sense, 'mentions'>): number {
  return new Set(mentions.map(({ paper }) => paper)).size;
}

/** Describes the mentions of one sense: the label and the name that most of them vote for. Gives the id out of `taken`. */
export function describe(
  definition: string,
  mentions: readonly Mention[],
  joins: readonly Join[],
  taken: Set<string>,
): Sense {
  const labels = new Map<EntityType, number>();
  const names = new Map<string, number>();
  const forms = new Set<string>();
  for (const mention of mentions) {
    const { type, confidence, name } = mention;
    labels.set(type, (labels.get(type) ?? 0) + confidence);
    names.set(name, (names.get(name) ?? 0) + confidence);
    for (const form of formsOf(mention)) forms.add(form);
  }
  const label = winner(labels);
  const name = asMostPapersWrite(winner(names), mentions);
  forms.delete(name);
  const id = freeId(label, name, definition, taken);
  return { id, label, name, aliases: [...forms].sort(compareText), joins, mentions };
}

/** The label and a slug of the name; a second sense of the name takes a suffix: the key of its definition. */
export function freeId(label: EntityType, name: string, definition: string, taken: Set<string>): string {
  const plain = `${label.toLowerCase()}:${slug(name)}`;
  let id = plain;
  for (let n = 1; taken.has(id); n++) id = n === 1 ? `${plain}:${definition}` : `${plain}:${definition}:${n}`;
  taken.add(id);
  return id;
}

/**
 * `transformer` is `Transformer` where more papers write it so; only the case of the name is put to this vote. Names of
 * several words stay out of it: titles capitalise them.
 */
function asMostPapersWrite(name: string, mentions: readonly Mention[]): string {
  if (/[\s-]/.test(name)) return name;
  const uses = new Map([[name, 0]]);
  for (const { surfaces } of mentions) {
    const written = surfaces.filter((surface) => surface.toLowerCase() === name.toLowerCase());
    for (const surface of written) uses.set(surface, (uses.get(surface) ?? 0) + 1);
  }
  const most = Math.max(...uses.values());
  return uses.get(name) === most ? name : winner(uses);
}

/** The highest sum wins; equal sums are decided by the order of the text. */
function winner<T extends string>(sums: ReadonlyMap<T, number>): T {
  const [only] = sums.keys();
  if (only !== undefined && sums.size === 1) return only;
  // Sums of the same confidences in another order may differ in the last bits: compare them rounded.
  const rounded = (sum: number) => Math.round(sum * 1e6);
  const best = [...sums].sort(([a, x], [b, y]) => rounded(y) - rounded(x) || compareText(a, b))[0];
  if (!best) throw new RangeError('a sense without a mention');
  return best[0];
}
