/** Splitting a form off a sense: which mentions leave with it. */
import { compareText, fold, nearSpelling } from '../model/index.js';
import { formsOf, type Mention } from './mention.js';
import { describe, type Join, type Sense } from './sense.js';

export interface Parting {
  readonly part: readonly Mention[];
  readonly rest: readonly Mention[];
}

/**
 * The mentions that call the sense by this form only; where each paper that writes it calls the thing by another of its names
 * too, these, as long as they are fewer than those that stay: what one paper calls so by mistake can be taken back.
 *
 * With the form leave its other spellings in case, hyphens and plural, unless they would take the name of the sense with them:
 * who splits `YOLOv8s` off `YOLOv8` means what is written exactly so.
 * @returns undefined where the sense has no such form
 */
export function partBy(form: string, { name, aliases, mentions }: Sense): Parting | undefined {
  const forms = [name, ...aliases];
  const isOwn = form !== name && nearSpelling(form) === nearSpelling(name);
  const measures = [...(isOwn ? [] : [nearSpelling]), (text: string) => text, (text: string) => fold(text) || text];
  const measure = measures.find((measure) => forms.some((other) => measure(other) === measure(form)));
  if (measure === undefined) return undefined;
  const same = (text: string) => measure(text) === measure(form);
  const parted = (leaves: (mention: Mention) => boolean): Parting => ({
    part: mentions.filter(leaves),
    rest: mentions.filter((mention) => !leaves(mention)),
  });
  const alone = parted(({ name, surfaces }) => same(name) || surfaces.every(same));
  if (alone.part.length > 0) return alone;
  const all = parted((mention) => formsOf(mention).some(same));
  return all.part.length < all.rest.length ? all : alone;
}

/** What has left as a sense, called by the form that was asked for where its papers call it by what remains. */
export function describePart(
  form: string,
  part: readonly Mention[],
  joins: readonly Join[],
  taken: Set<string>,
): Sense {
  const written = new Set(part.flatMap(formsOf));
  if (!written.has(form) || part.some(({ name }) => nearSpelling(name) === nearSpelling(form))) {
    return describe('split', part, joins, taken);
  }
  const called = part.map((mention) => ({ ...mention, name: form }));
  written.delete(form);
  return { ...describe('split', called, joins, taken), aliases: [...written].sort(compareText), mentions: part };
}
