/**
 * The cue tables: words by which a sentence states a relation between what stands before and after them, the words that
 * state a role, and the words that deny or only suppose it. Matched against text in lower case.
 */
import type { RelationType, Role } from '../model/index.js';

/**
 * A pattern with the parts of words without one of which it cannot match. Most stretches of text hold none of them, and
 * which words do is known before any text is read: see `stemsIn`.
 */
export interface Stemmed {
  readonly pattern: RegExp;
  readonly stems: RegExp;
}

/** Of descent, of victory, of composition: what the scorers see of a stretch. Every pattern is free of nested repetition. */
export const CUES: readonly Stemmed[] = [
  {
    stems: /buil|top/,
    pattern: /\b(?:builds?|built|building) (?:directly )?(?:up)?on\b|\bon top of\b|\bbuilds? upon\b/,
  },
  {
    stems: /exten|generali/,
    pattern: /\b(?:extend(?:s|ed|ing)?|extensions? (?:of|to)|generali[sz](?:es?|ed|ing|ation of))\b/,
  },
  {
    stems: /based/,
    pattern: /\b(?:is|are|was|which is|,) ?(?:largely |primarily )?based (?:up)?on\b|\bbased (?:up)?on (?:the )?$/,
  },
  {
    stems: /variant|version|successor|improve/,
    pattern: /\bvariants? of\b|\bversions? of\b|\bsuccessors? (?:of|to)\b|\bimprove(?:s|d)? (?:up)?on\b/,
  },
  { stems: /replac|substitut/, pattern: /\breplac(?:es?|ed|ing)\b|\bsubstitut(?:es?|ing)\b/ },
  {
    stems: /combin|integrat|unif|merg|fus|coupl|incorporat|augment/,
    pattern:
      /\b(?:combin(?:es?|ing|ation of)|integrat(?:es?|ing)|unif(?:ies|ying)|merg(?:es|ing)|fus(?:es|ing)|coupl(?:es|ing)|incorporat(?:es?|ing)|augment(?:s|ed with))\b/,
  },
  { stems: /tun/, pattern: /\bfine-?tun(?:es?|ed|ing)\b/ },
  { stems: /distil/, pattern: /\bdistil(?:s|led|ls|ling)?\b/ },
  { stems: /scal/, pattern: /\bscal(?:es|ed|ing) (?:up )?\b/ },
  {
    stems: /adapt|modif|inspired|derived/,
    pattern: /\badapt(?:s|ed|ing|ation of)?\b|\bmodif(?:ies|ied|ying|ication of)\b|\binspired by\b|\bderived from\b/,
  },
  {
    stems: /leverag|employ|utili|adopt|powered|initiali|trained/,
    pattern:
      /\b(?:leverag(?:es?|ing)|employ(?:s|ing)?|utili[sz](?:es?|ing)|adopt(?:s|ing)?|powered by|initiali[sz]ed from|trained (?:with|on|from))\b/,
  },
  {
    stems: /outperform|surpass|beat|exceed|superior|better|higher|improv|over|compared|versus/,
    pattern:
      /\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats?|beating|exceed(?:s|ed|ing)?|superior to|better than|higher than|improv(?:es|ed|ing|ements?) over|over|compared (?:to|with)|versus)\b/,
  },
  {
    stems: /consist|compris|compos|component|module|stage|includ|introduc|feature|contain/,
    pattern:
      /\b(?:consist(?:s|ing) of|compris(?:es?|ing)|composed of|components?|modules?|stages?|includ(?:es|ing)|introduc(?:es|ing)|features?|contain(?:s|ing))\b/,
  },
];

/**
 * Verbs that state a relation by themselves, with the subject before and the objects right behind. Global, to find all
 * in a sentence in lower case. For PART_OF the subject is the whole.
 */
export const STATING_CUES: readonly (Stemmed & { readonly type: RelationType })[] = [
  {
    type: 'BUILDS_ON',
    stems:
      /buil|exten|adapt|modif|replac|combin|generali|tun|distil|integrat|augment|incorporat|unif|merg|based|inspired|derived|upgrad|initiali|variant|version|successor|improve|scales/,
    pattern:
      /\b(?:(?:builds?|built|building) (?:directly )?(?:up)?on(?: top of)?|(?:(?:extends?|extending)(?! (?:far |well )?(?:beyond|across|to|over|these|this))|adapts?|adapting|modif(?:ies|ying)|replac(?:es|ing)|combin(?:es|ing)|generali[sz](?:es|ing)(?! (?:to|across|well|beyond|over|robustly|effectively))|fine-?tunes|distill?s|integrates|augments|incorporates|unifies|merges|upgrades)|(?:is|are|was) (?:largely |mainly )?(?:based (?:up)?on|inspired by|derived from|fine-?tuned from|distilled from|initiali[sz]ed from)|(?:an?|the|our|its)(?: [a-z-]{1,20}){0,4} (?:variant|version|extension|successor|combination|generali[sz]ation) (?:of|to)|improves (?:up)?on|scales up)(?![a-z])/g,
  },
  {
    type: 'OUTPERFORMS',
    stems: /outperform|surpass|beat|exceed/,
    pattern: /\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats|beating|exceeds|exceeding)(?![a-z])/g,
  },
  {
    type: 'PART_OF',
    stems: /consist|compris|compos|made/,
    pattern: /\b(?:consists of|comprises|is composed of|is made up of)(?![a-z])/g,
  },
];

/** Words that state the role of what follows them, whatever the scorer makes of it. Global, as the above. */
export const ROLE_CUES: readonly (Stemmed & { readonly role: Role })[] = [
  {
    role: 'introduces',
    stems: /propos|introduc|present|releas/,
    pattern:
      /\b(?:we|this paper|this work|this article) (?:(?:also|further|then|thus|therefore|first|here|hereby) )?(?:proposes?|introduces?|presents?|releases?)\b/g,
  },
  {
    role: 'evaluates_on',
    stems: /evaluat|tested|validated|assessed|experiment|result/,
    pattern:
      /\b(?:evaluat(?:e|es|ed|ing|ions?)|tested|validated|assessed|experiments?|results?)(?: [^ .,;:]{1,20}){0,3} on\b/g,
  },
  {
    role: 'compares_with',
    stems: /outperform|surpass|beat|exceed|compar|superior|better|par/,
    pattern:
      /\b(?:outperform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beats|beating|exceed(?:s|ing)|compar(?:ed|ing|es?) (?:it |them )?(?:with|to|against)|superior to|better than|on par with)(?![a-z])/g,
  },
];

const STEMMED: readonly Stemmed[] = [...CUES, ...STATING_CUES, ...ROLE_CUES];
const ANY_STEM = new RegExp(STEMMED.map(({ stems }) => stems.source).join('|'));
const BITS = new Map(STEMMED.map((cue, i) => [cue, 1 << i]));

/** The cues whose stems a lower-case word holds, as bits for `mayHold`. */
export function stemsIn(lower: string): number {
  // Nine words in ten hold none.
  if (!ANY_STEM.test(lower)) return 0;
  let bits = 0;
  STEMMED.forEach(({ stems }, i) => {
    if (stems.test(lower)) bits |= 1 << i;
  });
  return bits;
}

/** The stems of all words from one token to another. */
export function stemsBetween(stems: Int32Array, from: number, to: number): number {
  let all = 0;
  for (let i = from; i < to; i++) all |= stems[i] as number;
  return all;
}

/** Whether a text can match the cue, by the stems of all its words. */
export function mayHold(cue: Stemmed, stems: number): boolean {
  return (stems & (BITS.get(cue) as number)) !== 0;
}

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
