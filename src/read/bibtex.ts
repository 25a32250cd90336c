/**
 * BibTeX. Entries are cut apart at lines that open one, so that a broken entry costs itself alone, and parsed one by
 * one with @retorquere/bibtex-parser. Titles and abstracts are taken raw: the cleaner knows their LaTeX.
 */
import { type Creator, type Entry, type Options, parse } from '@retorquere/bibtex-parser';
import { withinTime } from '../model/time-limit.js';
import { cleanText } from './clean/index.js';
import { monthNumber } from './dates.js';
import { type Reader, type ReadItem, refuse, refuseLine } from './item.js';
import { MAX_ABSTRACT, toPaper } from './source-paper.js';

const OPENER = /^\s*@\s*([a-zA-Z]+)\s*[{(]/;
/** Three thousand authors and an abstract are half of it. */
const MAX_ENTRY = 200_000;
/** An abbreviation that stands for more is no name of a journal; defined by one another they would grow without end. */
const MAX_STRING = 2_000;
/** The parser's time grows with the square of an entry that is made for it. */
const MAX_MILLISECONDS = 10_000;

const OPTIONS: Options = {
  sentenceCase: false,
  english: false,
  caseProtection: false,
  unsupported: 'ignore',
  applyCrossRef: false,
  // All but names as they stand.
  verbatimFields: [/^(?!author$|editor$)/],
};

interface Chunk {
  line: number;
  kind: string;
  text: string;
  spoilt: boolean;
}

export const bibtex: Reader = {
  name: 'BibTeX',

  sniff(head) {
    const at = head.lines.findIndex((line) => OPENER.test(line));
    return at >= 0 && head.lines.slice(0, at).every((line) => !/^\s*[{[<"]/.test(line) && line.length < 1_000);
  },

  async *read(lines, { file }) {
    const strings: Record<string, string> = {};
    let chunk: Chunk | undefined;
    for await (const line of lines) {
      if (line.fault !== undefined) yield refuseLine(line, file);
      const opener = OPENER.exec(line.text);
      if (opener !== null) {
        if (chunk !== undefined) yield* readChunk(chunk, strings, file);
        const kind = (opener[1] ?? '').toLowerCase();
        chunk = { line: line.number, kind, text: '', spoilt: line.fault !== undefined };
      } else if (chunk !== undefined && line.fault !== undefined) chunk.spoilt = true;
      if (chunk !== undefined && chunk.text.length <= MAX_ENTRY) chunk.text += `${line.text}\n`;
    }
    if (chunk !== undefined && !lines.cut) yield* readChunk(chunk, strings, file);
  },
};

/** @param strings the file's abbreviations so far; an `@string` chunk adds to them */
function* readChunk(chunk: Chunk, strings: Record<string, string>, file: string): Generator<ReadItem> {
  const { line, kind, text, spoilt } = chunk;
  if (spoilt || kind === 'comment' || kind === 'preamble') return;
  if (text.length > MAX_ENTRY) {
    yield refuse('bad-record', `this entry is longer than ${MAX_ENTRY} characters: close its braces`, file, line);
    return;
  }
  try {
    const library = withinTime(MAX_MILLISECONDS, () => parse(text, { ...OPTIONS, strings }));
    if (kind === 'string') {
      for (const [name, value] of Object.entries(library.strings)) {
        if (value.length <= MAX_STRING) strings[name] = value;
        else
          yield refuse(
            'bad-record',
            `the abbreviation ${name.slice(0, 60)} stands for more than ${MAX_STRING} characters: shorten it`,
            file,
            line,
          );
      }
      return;
    }
    const [error] = library.errors;
    const whole = library.entries.filter((entry) => Object.keys(entry.fields).length > 0);
    if (error !== undefined || whole.length === 0) {
      const reason = (error?.error ?? 'it has no fields').replace(/\s+/g, ' ').slice(0, 120);
      yield refuse('bad-record', `this entry is broken (${reason}): correct its braces and commas`, file, line);
    }
    for (const entry of whole) yield toItem(entry, file, line);
  } catch (error) {
    // The parser throws what it has no name for.
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 120);
    yield refuse('bad-record', `this entry cannot be parsed (${reason}): correct it`, file, line);
  }
}

function toItem(entry: Entry, file: string, line: number): ReadItem {
  const field = (name: string) => {
    const value = entry.fields[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const year = field('year');
  const month = monthNumber(field('month') ?? '');
  const isArxiv = /^arxiv$/i.test(field('archiveprefix') ?? field('eprinttype') ?? 'arxiv');
  return toPaper(
    {
      title: unbrace(field('title')),
      abstract: unbrace(field('abstract')),
      authors: (entry.fields.author ?? []).map(nameOf),
      date: field('date') ?? (year !== undefined && month !== undefined ? `${year}-${month}` : year),
      doi: field('doi'),
      arxiv: isArxiv ? field('eprint') : undefined,
      categories: [field('primaryclass') ?? field('eprintclass') ?? ''],
      url: field('url'),
      hints: [field('journal'), field('journaltitle'), field('note'), field('howpublished')],
    },
    file,
    line,
  );
}

function nameOf(creator: Creator): string {
  const { name, firstName, prefix, lastName, suffix } = creator;
  return name ?? [firstName, prefix, lastName, suffix].filter((part) => part !== undefined && part !== '').join(' ');
}

/** Braces in BibTeX group and protect capitals; none is a sign of the text, unless a backslash makes it one. */
function unbrace(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanText(text.slice(0, 2 * MAX_ABSTRACT), { braces: 'marks' });
}
