/**
 * What is written like a term and is none, by the annotation guide: measures and their values, numbered parts of the work
 * ("Stage 2", "Figure 1"), formulas, sizes, dates, places, conferences, machines, licences. Each is too rare for a scorer to learn, and
 * together they would be hubs that join papers with nothing in common.
 */
import { LANGUAGES, MEASURES, PLACES } from './closed-lists.js';
import { type Reading, surfaceOf } from './reading.js';

const PARTS =
  'sub-?task|task|track|stage|phase|tier|table|fig(?:ure|\\.)?|section|type|level|layer|step|part|case|group|class|question|experiment|study|scenario|setting|round|version|category|cohort|chapter|appendix|theorem|lemma|challenge|hypothesis|dataset|model|method|algorithm|week|day|year';
const NUMBERED_PART = new RegExp(`^(?:${PARTS})s?[ -]?(?:\\d{1,2}[a-d]?|i{1,3}|iv|[a-d])$`, 'i');

/** "N=20", "ℝ³", "X₁", "1/N"; "Recall@10", "pass@k"; "~30B", "|D|"; addresses. */
const FORMULA = /[=≤≥≈∈⊂ℝℤ√∑‖]|^[a-zA-Z][₀-₉ₖₙᵢⱼ]|^\d+\/\p{Lu}$|@\$?\.?\d|@[kKnN]$|^[~∼|^<>+/%@]|github\.(?:com|io)/u;
/** "7B", "3B-parameter", "7B-8B", "30B-A3B". */
const SIZE =
  /^\d+(?:\.\d+)?[bmk](?:-a?\d+(?:\.\d+)?[bmk])?(?:[ -](?:parameters?|scale|size|sized|class|level|models?|llms?))?$/i;
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const DATE = new RegExp(`^(?:(?:${MONTHS}|spring|summer|autumn|fall|winter|q[1-4])[ -]\\d{4}|\\d{4}[ -]?q[1-4])$`, 'i');
const MACHINE =
  /^(?:nvidia |intel |amd |apple )?(?:(?:rtx|gtx|geforce)[ -].*|[ahvb][12]00s?(?: gpus?)?|raspberry pi.*|jetson.*|iphone.*|snapdragon.*)$/i;
const LICENCE =
  /^(?:cc[ -](?:by|0).*|(?:mit|apache|gpl|bsd)(?:[ -]\d(?:\.\d)?)?[ -]licen[sc]e[ds]?|apache[ -]2(?:\.0)?|gplv?\d.*)$/i;
const CONFERENCES =
  'CVPR|ICCV|ECCV|WACV|BMVC|NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI|KDD|ACL|EMNLP|NAACL|EACL|COLING|LREC|CoNLL|MICCAI|ISBI|ICASSP|INTERSPEECH|ICRA|IROS|CoRL|SIGIR|SIGGRAPH|CHI|BioNLP|ArabicNLP';
/** A year's conference is where something was shown; NeurIPS itself is where a paper may take its data from. */
const CONFERENCE = new RegExp(`^(?:${CONFERENCES})[ -]?[’']?(?:20)?\\d\\d$`, 'i');
const PATTERNS: readonly RegExp[] = [CONFERENCE, NUMBERED_PART, FORMULA, SIZE, DATE, MACHINE, LICENCE];

const LETTER_WITH_NUMBER = /^\p{Lu}\d{1,2}$/u;

/** Whether a span of the text, from one token to another, is left out. */
export function isLeftOut(reading: Reading, from: number, to: number): boolean {
  const surface = surfaceOf(reading, from, to);
  return (
    MEASURES.has(folded(surface)) ||
    PLACES.has(surface) ||
    PATTERNS.some((pattern) => pattern.test(surface)) ||
    (LETTER_WITH_NUMBER.test(surface) && isOneOfRow(reading, surface))
  );
}

/** "H1" where the text has "H2", too. */
function isOneOfRow({ tokens }: Reading, surface: string): boolean {
  const [letter] = surface;
  return tokens.some(({ text }) => text[0] === letter && text !== surface && LETTER_WITH_NUMBER.test(text));
}

/** Languages are what a paper studies, whatever they look like. */
export function isLanguage(surface: string): boolean {
  return LANGUAGES.has(surface);
}

/** Small letters, hyphens as spaces, without a plural s. */
function folded(surface: string): string {
  return surface
    .toLowerCase()
    .replace(/[-‐‑–]/g, ' ')
    .replace(/’/g, "'")
    .replace(/(?<=\p{L}{3})s$/u, '');
}
