/**
 * Two forms of a word that say the same inside a name: noun and adjective before another noun (`geometry prior`, `geometric
 * prior`), and a few that people exchange freely (`automated`, `automatic`). They are listed by hand: the ending alone does
 * not tell, since a graphical model is no graph model, and neither do the names that share their other words (`text editing`,
 * `texture editing`).
 */
import { joinWords } from './name-key.js';

/** As `nameWords` writes them; the first of a line stands for all. */
const ANYWHERE = `
  compute computation
  intent intention`;
const BEFORE_A_NOUN = classes(`${ANYWHERE}
  automatic automated
  behavior behavioral
  convolution convolutional
  distribution distributional
  emotion emotional
  geometry geometric geometrical
  histology histological
  histopathology histopathological
  mathematical mathematic math
  molecule molecular
  pathology pathological
  position positional
  prototype prototypical
  radiology radiological
  representation representational
  robot robotic
  skeleton skeletal
  style stylistic
  text textual
  volume volumetric`);
const AT_THE_END = classes(`${ANYWHERE}
  image imagery`);
/** What one imagines is no picture: mental imagery. */
const IMAGINED = new Set(['mental', 'motor', 'visual', 'kinesthetic', 'poetic', 'guided']);

/** Words that end so, whatever they begin with: cross-modality, multimodality. */
const MODALITY = /modality$/;
/** Compounds that are one word or two. */
const COMPOUNDS = /(?:spatio|spatial)(?=temporal)|(?:neuro|neural)(?=symbolic)/g;
const FULL: Readonly<Record<string, string>> = { spatio: 'spatial', neuro: 'neural' };

/** The key of all names that differ in such forms only. @param words as `nameWords` gives them */
export function wordFormsKey(words: readonly string[]): string {
  const last = words.length - 1;
  const same = words.map((word, at) => {
    if (at < last) return BEFORE_A_NOUN.get(word) ?? word.replace(MODALITY, 'modal');
    return last === 0 || IMAGINED.has(words[at - 1] ?? '') ? word : (AT_THE_END.get(word) ?? word);
  });
  return joinWords(same).replace(COMPOUNDS, (part) => FULL[part] ?? part);
}

function classes(lines: string): ReadonlyMap<string, string> {
  const forms = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '));
  return new Map(forms.flatMap((words) => words.map((word) => [word, words[0] as string])));
}
