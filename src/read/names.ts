/** Lists of people and of subjects, which sources give as one string or as many. */
import { cleanText } from './clean/index.js';

/** The largest collaborations have three thousand authors. */
const MAX_LIST = 300_000;
const MAX_NAMES = 10_000;
const MAX_NAME = 500;

const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/;

/** `Last, First` turned round; what has no comma, or more than two parts, stays as it is. */
export function straightName(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  if (parts.length === 2 && parts[1] !== '' && !SUFFIX.test(parts[1] ?? '')) return `${parts[1]} ${parts[0]}`;
  if (parts.length === 3 && SUFFIX.test(parts[1] ?? '')) return `${parts[2]} ${parts[0]} ${parts[1]}`;
  return name.trim();
}

/** Names from a list in one string: `A, B and C` as in the arXiv dump, or `Last, First; Last, First`. */
export function splitNames(raw: string): string[] {
  const text = cleanText(raw.slice(0, MAX_LIST));
  if (text.includes(';')) return cleanNames(text.split(';').map(straightName));
  const withoutPlaces = removeParentheses(text);
  if (isTurned(withoutPlaces)) return cleanNames(withoutPlaces.split(' and ').map(straightName));
  const names: string[] = [];
  for (const part of withoutPlaces.split(/,|(?<=[\s,])and(?=\s)|(?<=\s)&(?=\s)/)) {
    const name = part.trim();
    // A suffix belongs to the name before it.
    if (SUFFIX.test(name) && names.length > 0) names.push(`${names.pop()}, ${name}`);
    else names.push(name);
  }
  return cleanNames(names);
}

/** Cleaned, without blanks and repetitions, in the given order. */
export function cleanNames(names: Iterable<string>): string[] {
  const kept = new Set<string>();
  for (const name of names) {
    if (kept.size >= MAX_NAMES) break;
    const text = cleanText(name.slice(0, MAX_NAME))
      .replace(/^[,;·•]+|(?<![,;·•])[,;·•]+$/g, '')
      .trim();
    if (text !== '' && text.toLowerCase() !== 'others' && text.toLowerCase() !== 'et al.') kept.add(text);
  }
  return [...kept];
}

/** Subjects such as `cs.CL cs.LG` or `cs.CL, cs.LG`. */
export function splitCategories(raw: string): string[] {
  const text = raw.slice(0, MAX_LIST).trim();
  return cleanNames(
    /[,;]/.test(text) ? text.split(/[,;]/) : /^\S+\.\S+(?:\s|$)/.test(text) ? text.split(/\s+/) : [text],
  );
}

/** Every `and` parts exactly one comma: `Lee, Ann and Roe, Jo`, as against `Ann Lee, Jo Roe and Max Poe`. */
function isTurned(text: string): boolean {
  const names = text.split(' and ');
  return names.length > 1 && names.every((name) => /^[^,]+, [^,]+$/.test(name));
}

/** Affiliations stand in parentheses, also nested; without them commas part names only. */
function removeParentheses(text: string): string {
  let depth = 0;
  let out = '';
  for (const sign of text) {
    if (sign === '(') depth++;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) out += sign;
  }
  return out;
}
