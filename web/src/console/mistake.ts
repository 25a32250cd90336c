/** What went wrong with a query, in words for who wrote it: what, at which place, and what to try. */
import { distance } from 'fastest-levenshtein';
import { ApiError, explain } from '../api/errors.js';
import { capitalised } from '../ui/words.js';
import { PROPERTY_NAMES } from './completion.js';
import { FUNCTIONS, KEYWORDS } from './words.js';

export interface Explained {
  readonly says: string;
  /** What to try, where that is known. */
  readonly remedy?: string | undefined;
  /** The line that holds the mistake, cut where it is long, and how far into it the mistake stands. */
  readonly excerpt?: { readonly text: string; readonly before: number } | undefined;
}

type Place = NonNullable<ApiError['place']>;

interface Pattern {
  /** Of the databases' own messages. */
  readonly of: RegExp;
  readonly says: (...found: string[]) => string;
  readonly remedy: (...found: string[]) => string | undefined;
}

const LESS = 'Narrow it: name a label or a name to start from, ask for fewer steps, or add a LIMIT.';

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
    of: /^(Insufficient|Too many) parameters for function '(\w+)'/,
    says: (which, name) => `“${name}” takes ${which === 'Too many' ? 'fewer' : 'more'} values.`,
    remedy: takes,
  },
  {
    of: /^(?:Catalog exception: )?(?:Unknown )?function '?([\w.]+)'?(?: does not exist)?/i,
    says: (name) => `There is no function “${name.toLowerCase()}”.`,
    remedy: (name) =>
      meant(
        name.toLowerCase(),
        FUNCTIONS.map(([known]) => known),
      ) ?? 'Ctrl+Space lists those that there are.',
  },
  {
    of: /^There is no procedure with the name `([\w.]+)`/,
    says: (name) => `There is no procedure “${name}”.`,
    remedy: () => 'db.labels(), db.relationshipTypes() and db.propertyKeys() tell what is in the graph.',
  },
  {
    of: /^Variable `?(\w+)`? (?:is not in scope|not defined)/,
    says: (name) => `“${name}” is not known at this place.`,
    remedy: () => 'Name it before, in a MATCH, an UNWIND or a WITH; a WITH passes on only what it names.',
  },
  {
    of: /^Variable `?(\w+)`? already declared/,
    says: (name) => `“${name}” is the name of something else already.`,
    remedy: () => 'Give it another name.',
  },
  {
    of: /^Multiple result columns with the same name/,
    says: () => 'Two columns have the same name.',
    remedy: () => 'Give one another name with AS.',
  },
  {
    of: /^Expression in WITH must be aliased/,
    says: () => 'What WITH passes on needs a name.',
    remedy: () => 'Write AS and a name behind it.',
  },
  {
    of: /^All sub queries in an UNION must have the same/,
    says: () => 'The parts of a UNION have different columns.',
    remedy: () => 'Give the columns the same names, with AS.',
  },
  {
    of: /^Query cannot conclude with (\w+)/,
    says: (clause) => `A query cannot end with ${clause}.`,
    remedy: () => 'Say at its end what it answers: RETURN and names.',
  },
  {
    of: /^Type mismatch: expected (.+) but was (.+)/,
    says: (wanted, found) => `${list(wanted)} is expected here, and this is ${list(found)}.`,
    remedy: () => 'toString, toInteger and toFloat make one value of another; a dot takes a property of a node.',
  },
  {
    of: /refer to variables in (SKIP|LIMIT)|^(SKIP) and LIMIT take/,
    says: () => 'SKIP and LIMIT take a number.',
    remedy: () => 'Write a whole number, or a parameter such as $limit.',
  },
  {
    of: /^(?:Divide by zero|\/ by zero)/,
    says: () => 'Something is divided by zero.',
    remedy: () => 'Leave those rows out before, with WHERE.',
  },
  {
    of: /^Text cannot be parsed to a Date/,
    says: () => 'This text is no date.',
    remedy: () => 'Write it as 2025-06-30.',
  },
  {
    of: /^(?:the parameter \$(\w+) has no value|Expected parameter\(s\): (\w+))/,
    says: (one, other) => `The parameter $${one || other} has no value.`,
    remedy: () => 'Give it one in its field below the query.',
  },
  {
    of: /^(\w+) is not allowed: queries only read the graph/,
    says: (what) => `${/^[A-Z]+$/.test(what) ? what : 'This'} is not allowed: a query only reads the graph.`,
    remedy: () =>
      'Ask with MATCH and RETURN. The graph is corrected in the details of a node, and papers have a button.',
  },
  {
    of: /^the query took longer than its time limit/,
    says: () => 'The question took longer than it may.',
    remedy: () => LESS,
  },
  {
    of: /^the query needs more memory than it may have/,
    says: () => 'The question needs more memory than it may have.',
    remedy: () => LESS,
  },
];

/** In whatever words, either database could not read on at the place. */
const UNREADABLE =
  /^(?:(?:Invalid|extraneous|mismatched) input|the query ends too early|Failed to parse string literal)/;
/** The one word that either database would have taken. */
const ONE_WANTED = /(?:expecting |: expected ')([A-Z]+)'?$/;
/** The words of Cypher, one by one. */
const WORDS = [...new Set(KEYWORDS.flatMap((words) => words.split(' ')))];

export function explainMistake(error: unknown, cypher: string): Explained {
  const message = explain(error);
  const place = error instanceof ApiError ? error.place : undefined;
  const excerpt = place && excerptAt(cypher, place);
  if (place && UNREADABLE.test(message)) return { ...unreadable(message, cypher, place), excerpt };
  for (const { of, says, remedy } of PATTERNS) {
    const [found, ...parts] = of.exec(message) ?? [];
    if (found !== undefined) return { says: says(...parts), remedy: remedy(...parts), excerpt };
  }
  const says = capitalised(message);
  return { says: /[.!?)]$/.test(says) ? says : `${says}.`, remedy: place && ELSEWHERE, excerpt };
}

const ELSEWHERE = 'Change what stands there, or ask for it in smaller steps, with WITH between them.';

/** What stands where the query cannot be read on, and what may have been meant. */
function unreadable(message: string, cypher: string, { line, column }: Place): Omit<Explained, 'excerpt'> {
  const before = cypher
    .split('\n')
    .slice(0, line - 1)
    .join('\n');
  const rest = cypher.slice(before.length + (line > 1 ? 1 : 0) + column - 1).trimStart();
  const found = /^[\p{L}\w]+|^./u.exec(rest)?.[0];
  if (found === undefined) {
    const isName = / AS$/i.test(cypher.trimEnd());
    return {
      says: 'The query ends too early.',
      remedy: isName ? 'Write a name after AS.' : 'Something is to follow: a value, a name or a closing bracket.',
    };
  }
  if (/^["'`]$/.test(found)) {
    return { says: 'A text begins here and does not end.', remedy: `Close it with another ${found}.` };
  }
  const [, wanted] = ONE_WANTED.exec(message) ?? [];
  if (wanted !== undefined && wanted !== 'SP') {
    return {
      says: `“${found}” cannot stand here: ${wanted} is expected.`,
      remedy: `Write ${wanted} before “${found}”.`,
    };
  }
  const isWord = WORDS.includes(found.toUpperCase());
  const word = isWord ? undefined : meant(found, WORDS);
  const isFirst = cypher.trimStart() === rest;
  return {
    says: `“${found}” cannot stand here.`,
    remedy:
      word ??
      (isFirst
        ? 'A query begins with MATCH, UNWIND, WITH, CALL or RETURN.'
        : /^[)\]}]$/.test(found)
          ? 'It closes what is not open, or something is missing before it.'
          : 'A bracket, a comma, a name or a keyword may be missing before it.'),
  };
}

/** What a function takes, in the words of the help beside the field. */
function takes(_which: string, name: string): string | undefined {
  const known = FUNCTIONS.find(([each]) => each.toLowerCase() === name.toLowerCase());
  return known && `It is written ${known[0]}${known[1]}.`;
}

/** `Map, Node or List<Integer>` as one reads it. */
function list(types: string): string {
  const names = types.split(/, | or /);
  return names.length > 3 ? 'a node, a relationship or a map' : names.map((name) => `“${name}”`).join(' or ');
}

/** The nearest of what there is, if it is near enough to have been meant; of two as near, the one that begins as the name does. */
function meant(name: string, known: readonly string[]): string | undefined {
  const apart = (other: string) => distance(name.toLowerCase(), other.toLowerCase());
  const begins = (other: string) => (other.toLowerCase().startsWith(name.toLowerCase()) ? 0 : 1);
  const nearest = known.toSorted((a, b) => apart(a) - apart(b) || begins(a) - begins(b))[0];
  if (nearest === undefined || apart(nearest) > (name.length < 4 ? 1 : 2)) return undefined;
  return `Did you mean “${nearest}”?`;
}

/** Letters before and after the mistake that are shown. */
const AROUND = 32;

function excerptAt(cypher: string, { line, column }: Place): Explained['excerpt'] {
  const whole = cypher.split('\n')[line - 1];
  if (whole === undefined || whole.trim() === '') return undefined;
  const at = Math.min(column - 1, whole.length);
  const from = Math.max(0, at - AROUND);
  const head = from > 0 ? '…' : '';
  const tail = at + AROUND < whole.length ? '…' : '';
  return { text: head + whole.slice(from, at + AROUND) + tail, before: head.length + at - from };
}
