/** The embedded database's messages in words of the query: no names of its types, rules or source files. */

/** Its types by what a researcher calls them. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\[\]$|^LIST\b|^ARRAY\b/, 'a list'],
  [/^(?:STRUCT|MAP)\b/, 'a map'],
  [/^(?:STRING|BLOB|UUID)/, 'text'],
  [/^(?:U?INT\d+|SERIAL)/, 'a whole number'],
  [/^(?:DOUBLE|FLOAT|DECIMAL)/, 'a number'],
  [/^BOOL/, 'true or false'],
  [/^DATE/, 'a date'],
  [/^TIMESTAMP/, 'a date and time'],
  [/^INTERVAL/, 'a duration'],
  [/^NODE/, 'a node'],
  [/^REL/, 'a relationship'],
  [/^RECURSIVE_REL/, 'a path'],
  [/^INTERNAL_ID/, 'an internal id'],
  [/^ANY/, 'null'],
];

function typeName(type: string): string {
  return TYPES.find(([form]) => form.test(type.trim()))?.[1] ?? 'a value of another kind';
}

/** Types with commas between them, those in brackets kept together. */
function typeNames(list: string): string {
  let depth = 0;
  const types = [''];
  for (const sign of list) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign === ',' && depth === 0) types.push('');
    else types[types.length - 1] += sign;
  }
  return types.map(typeName).join(' and ');
}

/** What a kind of message becomes; `$1` and so on are its parts. */
const WORDINGS: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^Function (\S+) did not receive correct arguments:\s*Actual:\s*\((.*)\)/, (name, given) => refusal(name, given)],
  [
    /^Cannot match a built-in function for given function ([^\s(]+)\((.*)\)\. Supported/,
    (name, given) => refusal(name, given),
  ],
  [
    /^Expression (.*) has data type (\S+) but expected (\S+)\. Implicit cast/s,
    (what, is, wanted) =>
      `${ofQuery(what)} is ${typeName(is)} where ${typeName(wanted)} is wanted: toString(…), toInteger(…) or toFloat(…) it`,
  ],
  [
    /^(.*) has data type (\S+) but LIST was expected/s,
    (what, is) => `${ofQuery(what)} is ${typeName(is)} where a list is wanted: put it in [ ]`,
  ],
  [
    /^(.*) has data type (\S+) but \(NODE/s,
    (what, is) => `${ofQuery(what)} is ${typeName(is)}, which has no properties`,
  ],
  [
    /^Type Mismatch: Cannot compare types (\S+) and (\S+)/,
    (one, other) => `${typeName(one)} and ${typeName(other)} cannot be compared here`,
  ],
  [
    /^Cannot order by (.*)\. Order by (\S+) is not supported/s,
    (what, type) =>
      `${ofQuery(what)} is ${typeName(type)}, which rows cannot be sorted by here: sort by a property, or by an item of it`,
  ],
  [
    /^Cannot bind (\S+) as node pattern/,
    (name) => `${name} is no node here that a pattern could start from: match it again, MATCH (n) WHERE n.id = …`,
  ],
  [/^Variable _\d+ is not in scope/, () => 'after an aggregation rows are sorted by what is returned: return it, too'],
  [
    /contains nested aggregation/,
    () => 'an aggregation cannot take another one in a map here: return its rows, or collect the values without a map',
  ],
  [/^Invalid struct field name: (\S+)\./, (key) => `the map has no key ${key}`],
  [
    /^Cannot evaluate expression with type AGGREGATE_FUNCTION/,
    () => 'an aggregation cannot stand here: name it in a WITH before',
  ],
  [
    /^Unsupported inner data type for \S+: (\S+)/,
    (type) => `a list of ${typeName(type).replace(/^an? /, '')} cannot be added up`,
  ],
  [
    /^Unsupported casting function from (\S+) to (\S+?)\.?$/,
    (from, to) => `${typeName(from)} cannot be made ${typeName(to)}`,
  ],
  [/^Cast failed\. Could not convert "(.*)" to (\S+?)\.?$/s, (value, type) => `"${value}" is not ${typeName(type)}`],
  [
    /^Error occurred during parsing (?:date|TIMESTAMP|interval)\. Given: "(.*)"\. Expected format: (.*)$/is,
    (value) => `"${value}" is no date: write date('2020-02-29'), with all of year, month and day`,
  ],
  [
    /is not (?:in|within) (?:\S+ )?range|[Oo]verflow/,
    () => 'a number is beyond what a whole number can be: toFloat(…) it',
  ],
];

function refusal(name: string, given: string): string {
  const words = typeNames(given);
  // Functions of the translation's.
  if (/^LIST_|^STRUCT_|^SIZE$/.test(name))
    return `${typeNames(given.split(',')[0] ?? '')} stands here where a list is wanted`;
  return /^\w/.test(name)
    ? `${name.toLowerCase()}(…) does not take ${words}`
    : `${name} does not go with ${words}: toString(…), toInteger(…) or toFloat(…) one of them`;
}

/** An expression as the query has it, or in general where it is one of the database's own. */
function ofQuery(what: string): string {
  const isOwn = what.includes('->') || what.match(/\b\w+\(/g)?.some((call) => /[A-Z]{2}/.test(call));
  return what === '' || isOwn ? 'a value' : what;
}

/** Signs that a message speaks of the database's inside. */
const INSIDE =
  /[Aa]ssert|unreachable|UNREACHABLE|\.(?:cpp|h|hpp)\b|::|\bstd\b|\bKU_|0x[0-9a-f]{4}|\b[A-Z]{2,}_[A-Z_]+\b/;

/** A message of the database for a person; undefined where it speaks of its inside only. */
export function readable(message: string): string | undefined {
  for (const [form, words] of WORDINGS) {
    const found = form.exec(message);
    if (found) return words(...found.slice(1).map((part) => part ?? ''));
  }
  const short = tidy(message);
  return INSIDE.test(short) ? undefined : short;
}

/** A list of what was expected that is longer than this helps nobody. */
const LONG_LIST = 90;

/** The first line, without the place that is told apart and without the list of everything that could have stood there. */
function tidy(message: string): string {
  const text = (message.split('\n(')[0] ?? message).split(/\(line: \d+, offset: \d+\)/)[0]?.trimEnd() ?? '';
  const [from, to] = [text.indexOf(' expecting {'), text.lastIndexOf('}') + 1];
  const short = from >= 0 && to > from + LONG_LIST ? text.slice(0, from) + text.slice(to) : text;
  return (short.replace(/: expected rule \S+$/, '').split('\n')[0] ?? '').trim();
}
