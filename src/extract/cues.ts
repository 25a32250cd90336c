/**
 * The cue table: words by which a sentence states a relation between what stands before and after them, the kind of
 * step they name, and the words that deny or only suppose it. Matched against the lower-case text between two mentions.
 */
import type { BuildsOnKind, RelationType } from '../model/index.js';

export interface Cue {
  readonly type: RelationType;
  /** The mention before the cue is the head ("A extends B"), or the one after it ("from A we derive B"). */
  readonly head: 'before' | 'after';
  readonly kind?: BuildsOnKind;
  readonly pattern: RegExp;
}

const builds = (kind: BuildsOnKind | undefined, pattern: RegExp): Cue => ({
  type: 'BUILDS_ON',
  head: 'before',
  ...(kind === undefined ? {} : { kind }),
  pattern,
});

/** In the order in which they are tried; every pattern is free of nested repetition. */
export const CUES: readonly Cue[] = [
  builds('extends', /\b(?:builds?|built|building) (?:directly )?(?:up)?on\b|\bon top of\b|\bbuilds? upon\b/),
  builds('extends', /\b(?:extend(?:s|ed|ing)?|extensions? (?:of|to)|generali[sz](?:es?|ed|ing|ation of))\b/),
  builds(
    'extends',
    /\b(?:is|are|was|which is|,) ?(?:largely |primarily )?based (?:up)?on\b|\bbased (?:up)?on (?:the )?$/,
  ),
  builds('extends', /\bvariants? of\b|\bversions? of\b|\bsuccessors? (?:of|to)\b|\bimprove(?:s|d)? (?:up)?on\b/),
  builds('replaces', /\breplac(?:es?|ed|ing)\b|\bsubstitut(?:es?|ing)\b/),
  builds(
    'combines',
    /\b(?:combin(?:es?|ing|ation of)|integrat(?:es?|ing)|unif(?:ies|ying)|merg(?:es|ing)|fus(?:es|ing)|coupl(?:es|ing)|incorporat(?:es?|ing)|augment(?:s|ed with))\b/,
  ),
  builds('fine-tunes', /\bfine-?tun(?:es?|ed|ing)\b/),
  builds('distils', /\bdistil(?:s|led|ls|ling)?\b/),
  builds('scales', /\bscal(?:es|ed|ing) (?:up )?\b/),
  builds(
    'adapts',
    /\badapt(?:s|ed|ing|ation of)?\b|\bmodif(?:ies|ied|ying|ication of)\b|\binspired by\b|\bderived from\b/,
  ),
  builds(
    'extends',
    /\b(?:leverag(?:es?|ing)|employ(?:s|ing)?|utili[sz](?:es?|ing)|adopt(?:s|ing)?|powered by|initiali[sz]ed from|trained (?:with|on|from))\b/,
  ),
  {
    type: 'OUTPERFORMS',
    head: 'before',
    pattern:
      /\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|beating|exceed(?:s|ed|ing)?|superior to|better than|higher than|improv(?:es|ed|ing|ements?) over|over|compared (?:to|with)|versus)\b/,
  },
  {
    type: 'PART_OF',
    head: 'after',
    pattern:
      /\b(?:consist(?:s|ing) of|compris(?:es?|ing)|composed of|components?|modules?|stages?|includ(?:es|ing)|introduc(?:es|ing)|features?|contain(?:s|ing))\b/,
  },
];

/** The first cue of the text between two mentions; undefined where it holds none. */
export function findCue(between: string, type?: RelationType): Cue | undefined {
  return CUES.find((cue) => (type === undefined || cue.type === type) && cue.pattern.test(between));
}

/**
 * Verbs that state a relation by themselves, with the subject before and the objects right behind. Global, to find all
 * in a sentence in lower case. For PART_OF the subject is the whole.
 */
export const STATING_CUES: readonly { readonly type: RelationType; readonly pattern: RegExp }[] = [
  {
    type: 'BUILDS_ON',
    pattern:
      /\b(?:(?:builds?|built|building) (?:directly )?(?:up)?on(?: top of)?|(?:extends?|extending|adapts?|adapting|modif(?:ies|ying)|replac(?:es|ing)|combin(?:es|ing)|generali[sz](?:es|ing)|fine-?tunes|distill?s|integrates|augments|incorporates|unifies|merges)|(?:is|are|was) (?:largely |mainly )?(?:based (?:up)?on|inspired by|derived from|fine-?tuned from|distilled from|initiali[sz]ed from)|(?:variant|version|extension|successor|combination|generali[sz]ation) (?:of|to)|improves (?:up)?on|scales up)(?![a-z])/g,
  },
  {
    type: 'OUTPERFORMS',
    pattern: /\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats|beating|exceeds|exceeding)(?![a-z])/g,
  },
  { type: 'PART_OF', pattern: /\b(?:consists of|comprises|is composed of|is made up of)(?![a-z])/g },
];

const DENIAL =
  /\b(?:unlike|instead of|rather than|without|not|never|cannot|can't|doesn't|don't|didn't|isn't|fails? to|failed to|neither|nor|no longer|in contrast to|as opposed to|avoid(?:s|ing)?)\b/;
const SUPPOSITION =
  /\b(?:may|might|could|would|potentially|possibly|perhaps|hypothesi[sz]e|conjecture|if|whether|future work)\b/;

/** Whether the words deny what they join, or only suppose it. */
export function isDenied(words: string): boolean {
  return DENIAL.test(words) && !/\bnot only\b/.test(words);
}

export function isSupposed(words: string): boolean {
  return SUPPOSITION.test(words);
}
