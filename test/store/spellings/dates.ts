/** Dates and durations. */
import type { Spelling } from './spelling.js';

export const DATES: readonly Spelling[] = [
  // Dates
  [
    'the year of a date',
    true,
    "RETURN date('2021-03-04').year AS y, date('2021-03-04').month AS m, date('2021-03-04').day AS d",
  ],
  [
    'the year of a property',
    true,
    'MATCH (p:Paper) WHERE p.date IS NOT NULL RETURN p.id AS id, date(p.date).year AS y ORDER BY id',
  ],
  ['the year of a name', true, "WITH date('2020-02-29') AS d RETURN d.year AS y, d.dayOfWeek AS w, d.quarter AS q"],
  [
    'a date and a duration',
    true,
    "RETURN date('2020-01-31') + duration('P1D') AS v, date('2020-03-01') - duration({months: 1}) AS w",
  ],
  ['a date of parts', true, 'RETURN date({year: 2020, month: 2, day: 3}) AS v'],
  ['dates compared', true, "MATCH (p:Paper) WHERE date(p.date) >= date('2020-06-01') RETURN p.id AS id"],
  [
    'the time between two dates',
    true,
    "RETURN duration.between(date('2020-01-31'), date('2021-03-01')).days AS a, duration.between(date('2020-01-31'), date('2021-03-01')).months AS b, duration.inDays(date('2020-01-31'), date('2021-03-01')).days AS c, duration.inMonths(date('2021-03-30'), date('2020-02-29')).months AS d, duration.between(date('2021-03-30'), date('2020-02-29')).days AS e",
  ],
  [
    'years since a paper',
    true,
    "MATCH (p:Paper) RETURN p.id AS id, duration.between(date(p.date), date('2024-05-06')).years AS y, duration.inDays(date(p.date), date('2024-05-06')).days AS d ORDER BY id",
  ],
  [
    'the start of a month',
    true,
    "RETURN date.truncate('month', date('2020-05-17')) AS a, date.truncate('year', date('2020-05-17')) AS b, date.truncate('week', date('2020-05-17')) AS c, date.truncate('quarter', date('2020-05-17')).month AS d",
  ],
  [
    'the parts of a date',
    true,
    "WITH date('2020-05-17') AS d RETURN d.week AS a, d.dayOfWeek AS b, d.quarter AS c, d.ordinalDay AS e",
  ],
];
