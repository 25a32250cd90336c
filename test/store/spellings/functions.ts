/** Functions of text and numbers, and what makes one of the other. */
import type { Spelling } from './spelling.js';

export const FUNCTIONS: readonly Spelling[] = [
  // Functions
  ['substring', true, "RETURN substring('hello', 1, 3) AS a, substring('hello', 2) AS b"],
  [
    'text functions',
    true,
    "RETURN toUpper('a') AS a, replace('aba', 'a', 'c') AS b, trim(' x ') AS c, left('abc', 2) AS d, right('abc', 2) AS e, split('a b', ' ') AS f",
  ],
  ['round', true, 'RETURN round(2.6) AS a, round(2.345, 2) AS b'],
  ['exp', true, 'RETURN exp(0) AS v'],
  ['properties', true, 'MATCH (a:Author) RETURN properties(a) AS v'],
  ['properties of a relationship', true, 'MATCH (:Author)-[r:WROTE]->() RETURN properties(r) AS v'],
  [
    'coalesce and CASE',
    false,
    "MATCH (p:Paper) RETURN coalesce(p.date, '?') AS d, CASE WHEN p.year > 2020 THEN 'new' ELSE 'old' END AS age ORDER BY d",
  ],
  ['a regular expression', false, "MATCH (p:Paper) WHERE p.name =~ '(?i).*csv' RETURN p.id AS id"],
  ['labels in use', true, 'CALL db.labels() YIELD label RETURN label ORDER BY label'],
  ['labels in use, alone', true, 'CALL db.labels() YIELD label WITH label WHERE label STARTS WITH "P" RETURN label'],
  ['types in use', true, 'CALL db.relationshipTypes() YIELD relationshipType AS t RETURN t ORDER BY t'],
  // Text to numbers and back
  ['empty parts of split text', true, "UNWIND ['a,b,,c', ',', '', 'a', ',b'] AS x RETURN split(x, ',') AS v"],
  ['text split at a word', true, "RETURN split('a--b----c', '--') AS v, split('ab', '') AS w, split(null, ',') AS n"],
  ['text split within a comprehension', true, "RETURN [x IN ['a,b', 'c'] | split(x, ',')] AS v"],
  ['a number as text', true, 'RETURN toString(1.0) AS a, toString(2.5) AS b, toString(10) AS c, toString(true) AS d'],
  ['a property as text', true, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN toString(p.y) AS y, toString(p.year) AS n"],
  [
    'mixed text as whole numbers',
    true,
    "UNWIND ['abc', '3.7', '-2', '-0.5', '12', '', '1e3'] AS x RETURN toInteger(x) AS v",
  ],
  ['fractions as whole numbers', true, 'UNWIND [3.7, -3.7, 0.2] AS x RETURN toInteger(x) AS v'],
  ['whole numbers as they are', false, 'UNWIND [3, -4] AS x RETURN toInteger(x) AS v, toFloat(x) AS f'],
  ['mixed text as numbers', true, "UNWIND ['x', '3.7', '-2', '1e3', ''] AS x RETURN toFloat(x) AS v"],
  // Rounding
  [
    'halves',
    true,
    'RETURN round(-2.5) AS a, round(2.5) AS b, round(-1.5) AS c, round(0.5) AS d, round(7) AS e, round(-2.5, 0) AS f',
  ],
  [
    'halves at a precision',
    false,
    'RETURN round(2.345, 2) AS a, round(-2.345, 2) AS b, round(1.25, 1) AS c, round(-1.25, 1) AS d',
  ],
  [
    'halves by a mode',
    true,
    "RETURN round(1.25, 1, 'HALF_DOWN') AS a, round(1.25, 1, 'UP') AS b, round(-1.25, 1, 'DOWN') AS c, round(-1.25, 1, 'CEILING') AS d, round(-1.25, 1, 'FLOOR') AS e, round(-1.25, 1, 'HALF_UP') AS f, round(-1.25, 1, 'HALF_EVEN') AS g",
  ],
  ['nothing split', true, "MATCH (p:Paper) RETURN split(p.date, '-') AS v ORDER BY p.id"],
  // Several kinds in one column
  [
    'text for what is absent',
    true,
    "MATCH (p:Paper) RETURN coalesce(p.year, 'unknown') AS v, CASE WHEN p.year IS NULL THEN 'unknown' ELSE p.year END AS w ORDER BY p.id",
  ],
  [
    'fractions beside whole numbers',
    true,
    "RETURN CASE WHEN false THEN 1 ELSE 2.5 END AS a, coalesce(null, 1, 2.5) AS b, CASE WHEN true THEN 1 ELSE 'x' END AS c",
  ],
  // Conversions
  [
    'conversions that give null',
    true,
    "RETURN toStringOrNull(1) AS a, toIntegerOrNull('x') AS b, toFloatOrNull('1.5') AS c, toBooleanOrNull('true') AS d, toStringOrNull('x') AS e",
  ],
  [
    'truths',
    true,
    "RETURN toBoolean('true') AS a, toBoolean('no') AS b, toBoolean('TRUE') AS c, toBoolean(1) AS d, toInteger(true) AS e",
  ],
  [
    'other names of functions',
    true,
    "RETURN char_length('abc') AS a, upper('a') AS b, lower('B') AS c, btrim(' a ') AS d",
  ],
];
