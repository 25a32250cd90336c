/**
 * What a step of descent did, from its sentence: the verb that stands nearest before the older method's name. "Foo combines
 * Bar with a variant of Baz" combines Bar, and extends Baz.
 */
import type { BuildsOnKind } from './vocabulary.js';

/** In lower case; every pattern is free of nested repetition. */
const VERBS: readonly (readonly [BuildsOnKind, RegExp])[] = [
  [
    'combines',
    /\b(?:combin(?:es?|ing|ed with|ation of)|integrat(?:es?|ing|ed (?:with|into))|unif(?:y|ies|ying)|merg(?:es?|ing)|fus(?:es?|ing|ion of)|coupl(?:es?|ing)|pair(?:s|ing|ed with)|incorporat(?:es?|ing)|augment(?:s|ing|ed with)|hybrid of)\b/g,
  ],
  ['replaces', /\b(?:replac(?:es?|ing)|substitut(?:es?|ing)|in place of|drop-in (?:replacement|substitute) for)\b/g],
  ['fine-tunes', /\b(?:fine-?tun(?:es?|ed from|ing)|initiali[sz]ed (?:from|with)|post-trained from)(?![\w-])/g],
  ['distils', /\b(?:distill?(?:s|ed from|ing|ation of))\b/g],
  ['scales', /(?<![\w-])(?:scale up|scal(?:es|ed|ing)(?: up)?) (?=\S)/g],
  ['adapts', /\b(?:adapt(?:s|ed from|ing|ation of)|modif(?:y|ies|ying|ication of)|inspired by|derived from)\b/g],
  [
    'extends',
    /\b(?:extend(?:s|ing)?|extensions? (?:of|to)|(?:builds?|built|building) (?:directly )?(?:up)?on(?: top of)?|based (?:up)?on|generali[sz](?:es?|ing|ation of)|variants? of|versions? of|successors? (?:of|to)|improv(?:es?|ing|ements?) (?:up)?on|enhanc(?:es?|ing)|refin(?:es?|ing))\b/g,
  ],
];
/** Signs that may stand between the verb and the name, among them further objects of the verb. */
const REACH = 80;
/** What ends the reach of a verb. */
const CLAUSE = /[;:]|\.\s|\b(?:which|while|whereas|thereby|thus|to (?:improve|address|enable|achieve))\b/;

/** "Foo replaces X with Bar": it is X that is replaced. */
const REPLACEMENT = /\b(?:with|by)\b/;

/**
 * @param sentence the evidence of the step
 * @param forms the older method's name and its other forms
 * @returns undefined where no such verb stands before any of its names
 */
export function kindFromSentence(sentence: string, forms: readonly string[]): BuildsOnKind | undefined {
  const text = sentence.toLowerCase();
  let best: { kind: BuildsOnKind; distance: number } | undefined;
  for (const form of forms) {
    const name = form.toLowerCase();
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const before = text.slice(Math.max(0, at - REACH), at);
      for (const [kind, verbs] of VERBS) {
        for (const match of before.matchAll(verbs)) {
          const end = match.index + match[0].length;
          const distance = before.length - end;
          const between = before.slice(end);
          if (CLAUSE.test(between) || (kind === 'replaces' && REPLACEMENT.test(between))) continue;
          if (best && best.distance <= distance) continue;
          best = { kind, distance };
        }
      }
    }
  }
  return best?.kind;
}
