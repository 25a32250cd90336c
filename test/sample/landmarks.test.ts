/** The sample corpus is what a new user sees first: its form is checked here, its facts were checked by hand. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Entry, parse } from '@retorquere/bibtex-parser';
import { describe, expect, it } from 'vitest';

const file = fileURLToPath(new URL('../../sample/landmarks.bib', import.meta.url));
const text = readFileSync(file, 'utf8');
const library = parse(text, { sentenceCase: false, english: false });
const entries = library.entries.map((entry) => ({ key: entry.key, fields: entry.fields, input: entry.input }));

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Sentences by Unicode's rules, where a stop that closes none is not followed by a capital letter. */
function sentences(abstract: string): string[] {
  return [...segmenter.segment(abstract)].map(({ segment }) => segment.trim());
}

function literal(fields: Entry['fields'], name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

/** The cues that a first sentence uses to say what is new. */
const NEW = /^We (?:introduce|present) /;

describe('the sample corpus', () => {
  it('is read without an error and holds at least a hundred papers', () => {
    expect(library.errors).toEqual([]);
    expect(entries.length).toBeGreaterThanOrEqual(100);
  });

  it.each(['key', 'title', 'eprint', 'doi', 'abstract'])('has no %s twice', (name) => {
    const values = entries
      .map(({ key, fields }) => (name === 'key' ? key : literal(fields, name).toLowerCase()))
      .filter((value) => value !== '');
    const twice = values.filter((value, index) => values.indexOf(value) !== index);
    expect(twice).toEqual([]);
  });

  it('reaches from the first neurons to the language models of today', () => {
    const years = entries.map(({ fields }) => Number(literal(fields, 'year')));
    expect(Math.min(...years)).toBe(1943);
    expect(Math.max(...years)).toBeGreaterThanOrEqual(2025);
    expect(new Set(years).size).toBeGreaterThan(25);
  });
});

/** The keys of the entries that break a rule, so that a failure names the offenders. */
function offenders(keeps: (entry: (typeof entries)[number]) => boolean): string[] {
  return entries.filter((entry) => !keeps(entry)).map(({ key }) => key);
}

describe('every entry of the sample corpus', () => {
  it.each<[string, (entry: (typeof entries)[number]) => boolean]>([
    ['has a title', ({ fields }) => literal(fields, 'title') !== ''],
    ['has authors', ({ fields }) => (fields.author?.length ?? 0) > 0],
    [
      'has a year from 1943 to 2026, which its key repeats',
      ({ key, fields }) => {
        const year = literal(fields, 'year');
        return Number(year) >= 1943 && Number(year) <= 2026 && key.includes(year);
      },
    ],
    [
      'has no arXiv identifier, or one that agrees with its year and month',
      ({ fields }) => {
        const eprint = literal(fields, 'eprint');
        if (eprint === '') return literal(fields, 'archiveprefix') === '';
        return (
          /^\d{4}\.\d{4,5}$/.test(eprint) &&
          literal(fields, 'archiveprefix') === 'arXiv' &&
          literal(fields, 'year') === `20${eprint.slice(0, 2)}` &&
          Number(literal(fields, 'month')) === Number(eprint.slice(2, 4))
        );
      },
    ],
    [
      'has a summary of three to five whole sentences',
      ({ fields }) => {
        const all = sentences(literal(fields, 'abstract'));
        return all.length >= 3 && all.length <= 5 && all.every((s) => /^[\p{Lu}\p{N}].*[^.]\.$/u.test(s));
      },
    ],
    ['says first that something is new', ({ fields }) => NEW.test(literal(fields, 'abstract'))],
    [
      'names what it introduces',
      ({ fields }) => {
        const name = literal(fields, 'shorttitle').toLowerCase();
        return name !== '' && literal(fields, 'abstract').toLowerCase().includes(name);
      },
    ],
    [
      'is plain text without LaTeX',
      ({ fields, input }) => !/[\\$~^#&%`"]|--/.test(input) && !/[{}]| {2}/.test(literal(fields, 'abstract')),
    ],
    [
      'has each field on a line of its own',
      ({ input }) => /^@\w+\{[^\n]+,\n(?: {2}\w+ = [^\n]+,\n)+ {2}abstract = \{[^\n]+\}\n\}$/.test(input),
    ],
  ])('%s', (_rule, keeps) => {
    expect(offenders(keeps)).toEqual([]);
  });
});
