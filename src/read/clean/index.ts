/** Readable text from what sources give: LaTeX, its remnants, HTML and Markdown go; spaces become single. */
import { latexToText } from './latex.js';
import { removeHtml, removeRemnants } from './remnants.js';

/** Each pass removes a layer of marks; the text of a paper needs one or two. */
const MAX_PASSES = 12;
const MARKS =
  /[\\$~^_{}`*&<]|''|--|\d(?:times|pm)|[\dx%]sim\d|\b(?:sim\d|approx\d|[lg]eq|infty|varepsilon|(?:long|left)?(?:right|left)arrow|cdot|ldots)/;
const SIGNS_OF_MARKS = /[\\$~^_{}`*&<]/g;
/** Signs without a width that hide in copied text, and half signs that no text may hold. */
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF\u{E0000}-\u{E007F}]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\s\x00-\x1f\x7f-\x9f]+/g;
const HALF_SIGN = /\p{Cs}/gu;

export interface CleanOptions {
  /** `marks`: braces group, as in BibTeX; by default they do where backslashes stand beside them. */
  braces?: 'marks' | 'guess';
}

/**
 * Cleans a title, an abstract or a name. Cleaning what is clean changes nothing. Offsets count in the result, in
 * Unicode normal form C, so a text is cleaned once, where it is read.
 */
export function cleanText(raw: string, options: CleanOptions = {}): string {
  const areMarks = options.braces === 'marks';
  const { text, isAtRest } = removeMarks(tidy(raw), areMarks);
  // Marks within marks that nobody wrote, of which each pass takes one: no marks, then.
  return isAtRest ? text : removeMarks(tidy(text.replace(SIGNS_OF_MARKS, '')), areMarks).text;
}

function removeMarks(clean: string, bracesAreMarks: boolean): { text: string; isAtRest: boolean } {
  let text = clean;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    if (!MARKS.test(text)) return { text, isAtRest: true };
    const next = tidy(removeRemnants(latexToText(removeHtml(text), bracesAreMarks)));
    if (next === text) return { text, isAtRest: true };
    text = next;
  }
  return { text, isAtRest: false };
}

/** Printable ASCII with single spaces, as most texts are: nothing to tidy. */
const UNTIDY = /[^\x20-\x7e]| {2}| [,;.]/;
const FOREIGN = /[^ -~\s]/;

function tidy(raw: string): string {
  if (!UNTIDY.test(raw)) return raw.trim();
  let text = raw;
  if (FOREIGN.test(text)) text = text.replace(HALF_SIGN, '\uFFFD').replace(INVISIBLE, '').normalize('NFC');
  return text
    .replace(CONTROL, ' ')
    .replace(/ (?=[,;.](?: |$))/g, '')
    .trim();
}
