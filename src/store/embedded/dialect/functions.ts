/** Functions of Neo4j that the embedded database lacks, calls otherwise, or takes other arguments for. */
import { CONVERSIONS } from './conversions.js';
import type { Piece } from './rope.js';
import { weave } from './rope.js';
import type { Expression } from './syntax.js';
import { itemAt } from './translate-list.js';
import { type Translation, Untranslatable, unlessNull } from './translation.js';

export type Call = Extract<Expression, { kind: 'call' }>;
export type Rule = (t: Translation, call: Call, inputs: Piece[][]) => Piece[] | undefined;

export const AGGREGATES: ReadonlySet<string> = new Set([
  'count', 'sum', 'avg', 'min', 'max', 'collect', 'stdev', 'stdevp', 'percentilecont', 'percentiledisc',
]); // biome-ignore format: a table

/** The parts of a date, by Neo4j's names. */
export const DATE_PARTS: Readonly<Record<string, string>> = {
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  week: 'week',
  day: 'day',
  ordinalDay: 'doy',
  dayOfWeek: 'dow',
  hour: 'hour',
  minute: 'minute',
  second: 'second',
};

const first = (of: Piece[] | undefined): Piece[] => of ?? [];
const ofItem = (t: Translation, input: Expression | undefined, value: Piece[]) =>
  input ? unlessNull(t, input, value) : value;

const RULES: Readonly<Record<string, Rule>> = {
  labels: (t, { start, inputs: [input] }, [of]) => ofItem(t, input, weave(start)`[label(${first(of)})]`),
  collect: (_, { start, distinct }, [of]) =>
    weave(start)`coalesce(collect(${distinct ? 'DISTINCT ' : ''}${first(of)}), [])`,
  sum: (_, { start, distinct }, [of]) => weave(start)`coalesce(sum(${distinct ? 'DISTINCT ' : ''}${first(of)}), 0)`,
  head: (_, { start }, [of]) => itemAt(start, first(of), '1', weave(start)`size(${first(of)}) > 0`),
  last: (_, { start }, [of]) => itemAt(start, first(of), '-1', weave(start)`size(${first(of)}) > 0`),
  isempty: (_, { start }, [of]) => weave(start)`(size(${first(of)}) = 0)`,
  exists: (_, { start, inputs }, [of]) =>
    inputs[0]?.kind === 'property' ? weave(start)`(${first(of)} IS NOT NULL)` : undefined,
  substring: (_, { start }, [text, from, length]) =>
    weave(start)`substring(${first(text)}, (${first(from)}) + 1, ${length ?? weave(start)`size(${first(text)})`})`,
  round: (_, { start, inputs }, [of]) => (inputs.length === 1 ? weave(start)`round(${first(of)}, 0)` : undefined),
  exp: (_, { start }, [of]) => weave(start)`pow(2.718281828459045, ${first(of)})`,
  e: (_, { start }) => weave(start)`2.718281828459045`,
  ...CONVERSIONS,
  relationships: (_, { start }, [of]) => weave(start)`rels(${first(of)})`,
  properties: (t, { start, inputs: [input] }, [of]) => ofItem(t, input, weave(start)`{_properties: ${first(of)}}`),
  keys: (t, { start, inputs: [input] }, [of]) => ofItem(t, input, weave(start)`{_keys: ${first(of)}}`),
  date: (t, { start, inputs }, [of]) => {
    const [input] = inputs;
    if (!input) return weave(start)`current_date()`;
    if (input.kind === 'map') {
      const part = (name: string) => {
        const entry = input.entries.find(({ key }) => key.name === name);
        return entry ? t.expression(entry.value) : weave(start)`1`;
      };
      return weave(start)`make_date(${part('year')}, ${part('month')}, ${part('day')})`;
    }
    // Where only the year or the month is known, Neo4j takes the first day of it.
    if (input.kind !== 'property') return undefined;
    const text = first(of);
    return weave(
      start,
    )`date(CASE size(${text}) WHEN 4 THEN ${text} + '-01-01' WHEN 7 THEN ${text} + '-01' ELSE ${text} END)`;
  },
  datetime: (_, { start, inputs }) => (inputs.length === 0 ? weave(start)`current_timestamp()` : undefined),
  localdatetime: (_, { start, inputs }, [of]) =>
    inputs.length === 0 ? weave(start)`current_timestamp()` : weave(start)`timestamp(${first(of)})`,
  timestamp: (_, { start, inputs }) =>
    inputs.length === 0 ? weave(start)`to_epoch_ms(current_timestamp())` : undefined,
  duration: (t, { start, inputs }) => {
    const words = inputs[0] ? durationWords(t, inputs[0]) : undefined;
    return words === undefined ? undefined : weave(start)`interval('${words}')`;
  },
  startnode: (t, call) => end(t, call, 'from'),
  endnode: (t, call) => end(t, call, 'to'),
};

/**
 * The call in the database's words; undefined where it may stay as it is.
 * @param inputs what it is given, in the database's words
 * @throws Untranslatable
 */
export function translateCall(t: Translation, call: Call, inputs?: Piece[][]): Piece[] | undefined {
  const name = call.name.toLowerCase();
  if (name.startsWith('apoc.')) {
    throw new Untranslatable(`${call.name} belongs to APOC, a plug-in of Neo4j that is not used here`);
  }
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
  if (!rule) return undefined;
  return rule(t, call, inputs ?? call.inputs.map((input) => t.expression(input)));
}

/** Which node a relationship starts or ends at is told by the pattern that it was matched with. */
function end(t: Translation, { start, name, inputs }: Call, side: 'from' | 'to'): Piece[] {
  const [input] = inputs;
  const binding = input?.kind === 'variable' ? t.scope.get(input.name) : undefined;
  if (binding?.is !== 'relationship' || !binding.directed || !t.scope.get(binding[side])) {
    throw new Untranslatable(
      `${name}(r) can be told only where r was matched with a direction and its nodes are still in scope: name the node`,
    );
  }
  return unlessNull(t, input as Expression, weave(start)`${binding[side]}`);
}

const UNITS = { Y: 'years', M: 'months', W: 'weeks', D: 'days' } as const;

/** `{months: 6}` and `'P6M'` as `6 months`. */
function durationWords(t: Translation, input: Expression): string | undefined {
  const written = t.text.slice(input.start, input.end);
  if (input.kind === 'map') {
    const parts = input.entries.map(({ key, value }) => [t.text.slice(value.start, value.end), key.name]);
    const known = parts.every(([count, unit]) => /^\d+$/.test(count ?? '') && /^[a-z]+s$/.test(unit ?? ''));
    return known && parts.length > 0 ? parts.map((part) => part.join(' ')).join(' ') : undefined;
  }
  const parts = [...written.matchAll(/(?<!\d)(\d+)([YMWD])/g)];
  return /^['"]P(\d+[YMWD])+['"]$/.test(written)
    ? parts.map(([, count, unit]) => `${count} ${UNITS[unit as keyof typeof UNITS]}`).join(' ')
    : undefined;
}
