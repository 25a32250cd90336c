/** What went wrong with a query, in words for who wrote it: what, at which place, and what to try. */
import { distance } from 'fastest-levenshtein';
import { ApiError, explain } from '../api/errors.js';
import { PROPERTY_NAMES } from './completion.js';
import { FUNCTIONS } from './words.js';

export interface Explained {
  readonly says: string;
  /** What to try, where that is known. */
  readonly remedy?: string | undefined;
  /** The line that holds the mistake, cut where it is long, and how far into it the mistake stands. */
  readonly excerpt?: { readonly text: string; readonly before: number } | undefined;
}

interface Pattern {
  /** Of the databases' own messages. */
  readonly of: RegExp;
  readonly says: (...found: string[]) => string;
  readonly remedy: (...found: string[]) => string | undefined;
}

const PATTERNS: readonly Pattern[] = [
  {
    of: /^there is no (label|type) (\S+?): the (?:labels|types) are (.*)$/,
    says: (kind, name) => `The graph has no ${kind === 'label' ? 'label' : 'type of link'} “${name}”.`,
    remedy: (_kind, name, known) => meant(name, known.split(', ')) ?? `There are ${known}.`,
  },
  {
    of: /^Cannot find property (\S+) for (\S+?)\.?$/,
    says: (property, owner) => `“${owner}” has no property “${property}”.`,
    remedy: (property) =>
      meant(property, PROPERTY_NAMES) ?? 'Write a dot after the name: the properties that there are follow.',
  },
  {
    of: /^(?:Catalog exception: )?(?:Unknown )?function '?([\w.]+)'?(?: does not exist)?/i,
    says: (name) => `There is no function “${name.toLowerCase()}”.`,
    remedy: (name) =>
      meant(
        name.toLowerCase(),
        FUNCTIONS.map(([known]) => known),
      ),
  },
  {
    of: /^Variable `?(\w+)`? (?:is not in scope|not defined)/,
    says: (name) => `“${name}” is not known at this place.`,
    remedy: () => 'Name it before, in a MATCH, an UNWIND or a WITH; a WITH passes on only what it names.',
  },
  {
    of: /^mismatched input '(.*?)' expecting (\w+)$/,
    says: (found, wanted) => `“${found}” cannot stand here: ${wanted} is expected.`,
    remedy: (found, wanted) => `Write ${wanted} before “${found}”.`,
  },
  {
    of: /^mismatched input '(.*?)'/,
    says: (found) => `“${found}” cannot stand here.`,
    remedy: () => 'A query begins with MATCH, UNWIND, WITH, CALL or RETURN.',
  },
  {
    of: /^Invalid input <[^>]*>$/,
    says: () => 'The query cannot be read from this place on.',
    remedy: () => 'A bracket, a comma or a keyword may be missing before it.',
  },
  {
    of: /^the parameter \$(\w+) has no value/,
    says: (name) => `The parameter $${name} has no value.`,
    remedy: () => 'Give it one in its field below the query.',
  },
];

export function explainMistake(error: unknown, cypher: string): Explained {
  const message = explain(error);
  const excerpt = error instanceof ApiError && error.place ? excerptAt(cypher, error.place) : undefined;
  for (const { of, says, remedy } of PATTERNS) {
    const [found, ...parts] = of.exec(message) ?? [];
    if (found !== undefined) return { says: says(...parts), remedy: remedy(...parts), excerpt };
  }
  return { says: message, excerpt };
}

/** The nearest of what there is, if it is near enough to have been meant. */
function meant(name: string, known: readonly string[]): string | undefined {
  const apart = (other: string) => distance(name.toLowerCase(), other.toLowerCase());
  const nearest = known.toSorted((a, b) => apart(a) - apart(b))[0];
  if (nearest === undefined || apart(nearest) > (name.length < 4 ? 1 : 2)) return undefined;
  return `Did you mean “${nearest}”?`;
}

/** Letters before and after the mistake that are shown. */
const AROUND = 32;

function excerptAt(cypher: string, { line, column }: NonNullable<ApiError['place']>): Explained['excerpt'] {
  const whole = cypher.split('\n')[line - 1];
  if (whole === undefined || whole.trim() === '') return undefined;
  const at = Math.min(column - 1, whole.length);
  const from = Math.max(0, at - AROUND);
  const head = from > 0 ? '…' : '';
  const tail = at + AROUND < whole.length ? '…' : '';
  return { text: head + whole.slice(from, at + AROUND) + tail, before: head.length + at - from };
}
