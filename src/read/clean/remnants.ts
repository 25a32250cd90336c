/**
 * What is left of LaTeX where a web page has taken backslashes and dollars away (`mathcal{O}`, `1.2xsim3.3x`,
 * `4.98times`), and typewriter habits of any source: dashes, quotation marks, Markdown, HTML. Each rule needs a
 * context in which it can mean nothing else, so that ordinary words stay.
 */
import { blackboard } from './symbols.js';

type Rule = readonly [pattern: RegExp, replacement: string | ((match: string, ...groups: string[]) => string)];

const FORMULA_RULES: readonly Rule[] = [
  [/mathbb ?\{([^{}]{1,20})\}/g, (_, inner) => blackboard(inner ?? '')],
  [/(?:math(?:cal|bf|rm|sf|it|tt|frak|scr)|boldsymbol|operatorname|text(?:bf|it|tt|sc|rm|sf)) ?\{([^{}]{0,300})\}/g, '$1'],
  [/(?<![\p{L}\p{N}])(?:emph|text|underline|overline|mathbf|hat|tilde|bar|vec|widehat|widetilde|mbox)\{([^{}]{0,300})\}/gu, '$1'],
  [/(?<![\p{L}])[tdc]?frac\{([^{}]{1,60})\}\{([^{}]{1,60})\}/gu, '$1/$2'],
  [/(?<![\p{L}])sqrt\{([^{}]{1,60})\}/gu, '√($1)'],
  [/~?(?<![\p{L}\p{N}])cite[pt]?\{[^{}]{0,200}\}/gu, ''],
  [/(?<=\d)times(?=sim\d|[^a-z]|$)/g, '×'],
  [/(?<=\d[x×%]?)sim(?=\d[\d.,]*(?:[x×%kKMB]|\\%|times)?(?!\p{L}))/gu, '∼'],
  [/(?<![\p{L}\p{N}_-])sim(?=\d[\d.,]*(?:[x×%kKMB]|\\%)?(?![\p{L}\p{N}]))/gu, '∼'],
  [/(?<=\d\.\d{1,20})pm(?=\d)/g, '±'],
  [/(?<![\p{L}\p{N}_-])approx(?=\d)/gu, '≈'],
  // A letter alone, a number or a bracket stands beside it: `geq` between two words is not known to be a sign.
  [/(?<=[\d%)\]}|] ?|(?<![\p{L}\p{N}])\p{L} )([lg])eq(?:slant)?(?![\p{L}_-])|(?<![\p{L}\p{N}_-])([lg])eq(?:slant)?(?= ?[-+(]?\d| ?\(| \p{L}(?![\p{L}\p{N}]))/gu, (_, before, after) => ((before ?? after) === 'l' ? '≤' : '≥')],
  [/(?<![\p{L}\p{N}_-])varepsilon(?![\p{L}-])/gu, 'ε'],
  [/(?<![\p{L}\p{N}_-])infty(?![\p{L}-])/gu, '∞'],
  [/(?<![\p{L}_-])(?:long)?rightarrow(?![\p{L}_-])/gu, '→'],
  [/(?<![\p{L}_-])(?:long)?leftarrow(?![\p{L}_-])/gu, '←'],
  [/(?<![\p{L}_-])leftrightarrow(?![\p{L}_-])/gu, '↔'],
  [/(?<=(?:[)\]},]|(?<![\p{L}\p{N}])[\p{L}\p{N}]) )(?:cdot|ldots)(?=[ ,])/gu, (word) => (word === 'cdot' ? '·' : '…')],
]; // biome-ignore format: one rule a line
/** Any of these letters must be there before the rules above are worth a try. */
const FORMULA_HINT =
  /[a-z]\{|[xX\d%](?:times|sim|pm)|\b(?:sim\d|approx\d|[lg]eq|infty|varepsilon|(?:long|left)?(?:right|left)arrow|cdot|ldots)/;

const TYPE_RULES: readonly Rule[] = [
  [/``/g, '“'],
  [/(?<=\S)''/g, '”'],
  [/(?<=^|[\s([“])`(?=\S)([^`'\n]{1,80})(?<=\S)'(?!\p{L})/gu, '‘$1’'],
  [/(?<=^|[^-!<])---(?=$|[^->])/g, '—'],
  [/(?<=[\p{L}\p{N})\]%×°”’"'])--(?=[\p{L}\p{N}([“‘"'])/gu, '–'],
  [/(?<=\S )--(?= \S)/g, '–'],
  [/(?<=^|[\s([“"'‘:;,/–—-])\*\*(?=\S)([^*\n]{1,300})(?<=\S)\*\*/g, '$1'],
  [/(?<=\p{Ll})\*\*(\p{L}{1,12})\*\*/gu, '$1'],
  [/(?<=^|[\s([“"'‘:;,–—-])\*(?=[\p{L}\p{N}])([^*\n]{1,200})(?<=[\p{L}\p{N})\].,!?:%])\*(?=$|[\s)\].,;:!?”"'’–—-])/gu, '$1'],
]; // biome-ignore format: one rule a line
const TYPE_HINT = /[`*]|''|--/;

const ENTITIES: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', times: '×', plusmn: '±',
  rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”', alpha: 'α', beta: 'β', mu: 'μ', deg: '°',
}; // biome-ignore format: a table
const ENTITY = /&(?:#(\d{2,6})|#[xX]([0-9A-Fa-f]{2,6})|([a-z]{2,6}));/g;
/** Tags of running text only: `<think>` and `<image>` are words of the papers. */
const TAG = /<\/?(?:i|b|em|strong|sub|sup|u|tt|span|br|p|jats:[a-z-]{1,20})(?: [^<>]{0,80})?\/?>/gi;

function decodeEntity(match: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name] ?? match;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : ' ';
}

function apply(text: string, rules: readonly Rule[]): string {
  let result = text;
  for (const [pattern, replacement] of rules) {
    result =
      typeof replacement === 'string' ? result.replace(pattern, replacement) : result.replace(pattern, replacement);
  }
  return result;
}

/** HTML entities and tags of running text. */
export function removeHtml(text: string): string {
  let result = text;
  if (result.includes('&')) result = result.replace(ENTITY, decodeEntity);
  if (result.includes('<')) {
    result = result.replace(TAG, (tag) => (/^<\/?(?:br|p|jats:(?:p|sec|title))\b/i.test(tag) ? ' ' : ''));
  }
  return result;
}

/** Bare LaTeX words, then dashes, quotation marks and Markdown. */
export function removeRemnants(text: string): string {
  const plain = FORMULA_HINT.test(text) ? apply(text, FORMULA_RULES) : text;
  return TYPE_HINT.test(plain) ? apply(plain, TYPE_RULES) : plain;
}
