/** Dates and durations. */

import type { Expression } from '../parse/syntax.js';
import { type Piece, weave } from '../rope.js';
import type { Translation } from '../translation.js';
import type { Call, Rule } from './functions.js';
import { constantText } from './regular-expression.js';

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

const TRUNCATED = new Set(['century', 'decade', 'year', 'quarter', 'month', 'week', 'day']);

export const DATES: Readonly<Record<string, Rule>> = {
  date: (t, { start, inputs }, [of = []]) => {
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
    return weave(start)`date(CASE size(${of}) WHEN 4 THEN ${of} + '-01-01' WHEN 7 THEN ${of} + '-01' ELSE ${of} END)`;
  },
  'date.truncate': (t, { start, inputs }, [, of]) => {
    const [unit, , more] = inputs;
    const name = unit && constantText(t, unit)?.toLowerCase();
    if (name === undefined || !TRUNCATED.has(name) || more) {
      return t.refuse(
        (more ?? unit)?.start ?? start,
        `date.truncate(…) is known here with ${[...TRUNCATED].join(', ')}`,
      );
    }
    return weave(start)`date_trunc('${name}', ${of ?? weave(start)`current_date()`})`;
  },
  datetime: (_, { start, inputs }) => (inputs.length === 0 ? weave(start)`current_timestamp()` : undefined),
  localdatetime: (_, { start, inputs }, [of = []]) =>
    inputs.length === 0 ? weave(start)`current_timestamp()` : weave(start)`timestamp(${of})`,
  timestamp: (_, { start, inputs }) =>
    inputs.length === 0 ? weave(start)`to_epoch_ms(current_timestamp())` : undefined,
  duration: (t, { start, inputs }) => {
    const words = inputs[0] ? durationWords(t, inputs[0]) : undefined;
    return words === undefined ? undefined : weave(start)`interval('${words}')`;
  },
  'duration.between': wholeDuration,
  'duration.indays': wholeDuration,
  'duration.inmonths': wholeDuration,
};

function wholeDuration(t: Translation, { start, name }: Call): Piece[] {
  return t.refuse(
    start,
    `${name}(…) is known here by its parts: ${name}(a, b).${/days$/i.test(name) ? 'days' : 'months'}`,
  );
}

/** What a part of a time between two dates is reckoned of: days, months, or the days beside the months. */
type Part = readonly [of: 'days' | 'months' | 'rest', by: string];
const daysOf = (of: 'days' | 'rest'): Readonly<Record<string, Part>> => ({
  days: [of, ''],
  weeks: [of, ' / 7'],
  daysOfWeek: [of, ' % 7'],
});
const MONTHS: Readonly<Record<string, Part>> = {
  months: ['months', ''],
  years: ['months', ' / 12'],
  quarters: ['months', ' / 3'],
  monthsOfYear: ['months', ' % 12'],
};
const PARTS: Readonly<Record<string, Readonly<Record<string, Part>>>> = {
  'duration.indays': daysOf('days'),
  'duration.inmonths': MONTHS,
  'duration.between': { ...daysOf('rest'), ...MONTHS },
};

/** `duration.between(a, b).months` and its like; undefined for anything else. */
export function durationPart(t: Translation, call: Call, key: string): Piece[] | undefined {
  const parts = PARTS[call.name.toLowerCase()];
  const [from, to] = call.inputs;
  if (!parts || !from || !to) return undefined;
  const { start: at } = call;
  const [of, by] =
    parts[key] ?? t.refuse(call.end, `${call.name}(…) has ${Object.keys(parts).join(', ')} here, not ${key}`);
  const [a, b] = [weave(at)`(${t.expression(from)})`, weave(at)`(${t.expression(to)})`];
  if (of === 'days') return weave(at)`((${b} - ${a})${by})`;
  const place = (date: Piece[]) =>
    weave(at)`((date_part('year', ${date}) * 12 + date_part('month', ${date})) * 32 + date_part('day', ${date}))`;
  const months = weave(at)`((${place(b)} - ${place(a)}) / 32)`;
  if (of === 'months') return weave(at)`(${months}${by})`;
  return weave(at)`((${b} - (${a} + to_months(${months})))${by})`;
}

/** A part of a date, by Neo4j's name for it. */
export function datePart(at: number, part: string, date: Piece[]): Piece[] {
  if (part === 'doy') return weave(at)`(CAST(${date} AS DATE) - CAST(date_trunc('year', ${date}) AS DATE) + 1)`;
  const number = weave(at)`date_part('${part}', ${date})`;
  // Sunday is 0 for the database, and 7 for Neo4j.
  return part === 'dow' ? weave(at)`(CASE ${number} WHEN 0 THEN 7 ELSE ${number} END)` : number;
}

export function isTemporal(t: Translation, e: Expression): boolean {
  if (e.kind === 'parenthesis') return isTemporal(t, e.inner);
  if (e.kind === 'call') return /^(?:date|datetime|localdatetime|date\.truncate)$/i.test(e.name);
  const binding = e.kind === 'variable' ? t.scope.get(e.name) : undefined;
  return binding?.is === 'value' && binding.temporal;
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
