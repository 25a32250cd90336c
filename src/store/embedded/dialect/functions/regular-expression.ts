/** Regular expressions that the embedded database's engine, RE2, cannot run: it would match nothing, without a word. */
import { RE2JS } from 're2js';
import type { Expression } from '../parse/syntax.js';
import type { Translation } from '../translation.js';

/** What Java's engine has and RE2 has not, and what to write in its stead. */
const LACKING: readonly (readonly [RegExp, what: string, instead: string])[] = [
  [/^\(\?<?!/, 'negative look-ahead and look-behind', "write NOT … =~ '…' for it"],
  [/^\(\?<?=/, 'look-ahead and look-behind', "write a second condition, … AND … =~ '…'"],
  [/^\(\?>/, 'atomic groups', 'write (?:…)'],
  [/^\\[1-9k]/, 'back-references', 'there is no equivalent: name what may be repeated'],
  [/^(?:[*+?]|\{\d+(?:,\d*)?\})\+/, 'possessive repetitions', 'leave out the second +'],
];

/** @throws QueryError `syntax` with the place, for a literal or a parameter that RE2 does not understand */
export function checkRegularExpression(t: Translation, parts: readonly Expression[]): void {
  const [first] = parts;
  const texts = parts.map((part) => constantText(t, part));
  if (!first || texts.includes(undefined)) return;
  const pattern = texts.join('');
  const fault = faultOf(pattern);
  if (fault) t.refuse(first.start, `${fault}: ${pattern}`);
}

function faultOf(pattern: string): string | undefined {
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const rest = pattern.slice(at, at + 16);
    if (inClass && rest.startsWith('&&')) {
      return 'intersections of characters (&&) are not known to the embedded database; list the characters that are meant';
    }
    const lacking = inClass ? undefined : LACKING.find(([form]) => form.test(rest));
    if (lacking) return `${lacking[1]} are not known to the embedded database; ${lacking[2]}`;
    if (rest.startsWith('\\')) at++;
    else if (rest.startsWith('[') && !inClass) inClass = true;
    else if (rest.startsWith(']')) inClass = false;
  }
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return `the regular expression is not valid: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The text that a literal or a parameter stands for. */
export function constantText(t: Translation, e: Expression): string | undefined {
  if (e.kind === 'parenthesis') return constantText(t, e.inner);
  const written = t.text.slice(e.start, e.end);
  if (e.kind !== 'plain' || e.parts.length > 0) return undefined;
  if (/^['"]/.test(written)) {
    return written
      .slice(1, -1)
      .replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, letter: string) =>
        code === undefined ? (ESCAPES[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
      );
  }
  const value = written.startsWith('$') ? t.parameters[written.slice(1)] : undefined;
  return typeof value === 'string' ? value : undefined;
}
