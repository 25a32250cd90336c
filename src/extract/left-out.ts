/**
 * What is written like a term and is none: numbered parts of the work ("Stage 2", "Figure 1"), formulas, sizes, dates, places, a
 * year's conference, machines, licences. Each is too rare for a scorer to learn, and together they would be hubs that join
 * papers with nothing in common. Of 70 that were found in annotated papers, three are annotated.
 */
import { PLACES } from './closed-lists.js';
import { type Reading, surfaceOf } from './reading.js';

const PARTS =
  'sub-?task|task|track|stage|phase|tier|table|fig(?:ure|\\.)?|section|type|level|layer|part|case|group|class|question|experiment|study|scenario|setting|round|category|cohort|chapter|appendix|theorem|lemma|hypothesis|week|day|year';
const NUMBERED_PART = new RegExp(`^(?:${PARTS})s?[ .-](?:\\d{1,2}[a-d]?|i{1,3}|iv|[a-d])$`, 'i');

/** "N=20", "ℝ³", "X₁", "1/N"; "Recall@10", "pass@k"; "~30B", "|D|"; addresses. */
const FORMULA = /[=≤≥≈∈⊂ℝℤ√∑‖]|^[a-zA-Z][₀-₉ₖₙᵢⱼ]$|^\d+\/\p{Lu}$|@\$?\.?\d|@[kKnN]$|^[~∼|^+/%@]|github\.(?:com|io)/u;
/** "7B", "3B-parameter", "7B-8B", "30B-A3B". */
const SIZE =
  /^\d+(?:\.\d+)?[bmk](?:-a?\d+(?:\.\d+)?[bmk])?(?:[ -](?:parameters?|scale|size|sized|class|level|models?|llms?))?$/i;
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';
const DATE = new RegExp(`^(?:(?:${MONTHS}|spring|summer|autumn|fall|winter|q[1-4])[ -]\\d{4}|\\d{4}[ -]?q[1-4])$`, 'i');
const MACHINE =
  /^(?:nvidia |intel |amd |apple )?(?:(?:rtx|gtx|geforce)[ -].*|(?:[ah][12]00|v100|b200)s?(?: gpus?)?|raspberry pi\b.*|jetson\b(?!-).*|iphone\b.*|snapdragon\b.*)$/i;
const LICENCE =
  /^(?:cc[ -](?:by\b|0).*|(?:mit|apache|gpl|bsd)(?:[ -]\d(?:\.\d)?)?[ -]licen[sc]e[ds]?|apache[ -]2(?:\.0)?|gplv?\d.*)$/i;
/** NeurIPS itself is where a paper may take its data from; KDD 99 and CoNLL 2003 are data sets. */
const CONFERENCE =
  /^(?:CVPR|ICCV|ECCV|WACV|BMVC|NeurIPS|ICML|ICLR|AAAI|IJCAI|ACL|EMNLP|NAACL|EACL|COLING|ICRA|IROS|CoRL|SIGIR|SIGGRAPH|CHI)[ -]?[’']?(?:20)?\d\d$/;
const PATTERNS: readonly RegExp[] = [NUMBERED_PART, FORMULA, SIZE, DATE, MACHINE, LICENCE, CONFERENCE];
/** Most surfaces are made of small letters alone, and none of these is left out. */
const PLAIN = /^[a-z -]+$/;
const LETTER_WITH_NUMBER = /^\p{Lu}\d{1,2}$/u;

/** Whether a span of the text, from one token to another, is left out. What a title begins with before a colon never is. */
export function isLeftOut(reading: Reading, from: number, to: number): boolean {
  if (from === 0 && reading.tokens[to]?.text === ':') return false;
  const surface = surfaceOf(reading, from, to);
  if (PLAIN.test(surface)) return false;
  return (
    PLACES.has(surface) ||
    PATTERNS.some((pattern) => pattern.test(surface)) ||
    (LETTER_WITH_NUMBER.test(surface) && isOneOfRow(reading, surface[0] as string))
  );
}

/** Whether the text has a letter with 1 and with 2: "H1 and H2", but "T5 and T0". */
function isOneOfRow({ tokens }: Reading, letter: string): boolean {
  return [1, 2].every((number) => tokens.some(({ text }) => text === `${letter}${number}`));
}
