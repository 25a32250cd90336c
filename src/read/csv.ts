/** CSV with a header that names an abstract column; commas, semicolons or tabs. Parsed by csv-parse, as a stream. */
import { CsvError, parse } from 'csv-parse';
import { type Reader, type ReadItem, refuse, refuseLine } from './item.js';
import { MAX_LINE_BYTES } from './lines.js';
import { splitCategories, splitNames } from './names.js';
import { toPaper } from './source-paper.js';

const DELIMITERS = [',', ';', '\t'];
const BATCH = 64 * 1024;

/** Names of columns, in the order in which they are looked for. */
const COLUMNS = {
  title: ['title', 'paper title', 'name', 'document title'],
  abstract: ['abstract', 'summary', 'abstract note', 'description'],
  authors: ['authors', 'author', 'author names', 'author full names'],
  organizations: ['organizations', 'organization', 'organisations', 'affiliations', 'affiliation', 'institutions'],
  categories: ['categories', 'category', 'subjects'],
  date: ['date', 'published', 'publication date', 'update date', 'submitted', 'year', 'publication year'],
  doi: ['doi'],
  arxiv: ['arxiv id', 'arxiv', 'eprint', 'id', 'paper id'],
  url: ['url', 'link', 'pdf url', 'links'],
} as const;

interface Row {
  values: string[];
  /** First and last line in the file. */
  start: number;
  end: number;
}

export const csv: Reader = {
  name: 'CSV with an abstract column',

  sniff(head) {
    return delimiterOf(head.lines[0] ?? '') !== undefined;
  },

  async *read(lines, { file }) {
    const head = await lines.head();
    const delimiter = delimiterOf(head.lines[0] ?? '') ?? ',';
    const spoilt = new Set<number>();
    let rows: Row[] = [];
    let end = 0;
    let blank = 0;
    let header: string[] | undefined;
    let failure: Error | undefined;
    const parser = parse({
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_LINE_BYTES,
      // Records are taken here and not from the stream, which forgets those it holds when a later one is broken.
      on_record: (values: string[], context) => {
        rows.push({ values, start: end + 1 + context.empty_lines - blank, end: context.lines });
        end = context.lines;
        blank = context.empty_lines;
        return null;
      },
    });
    parser.on('error', (error) => {
      failure = error;
    });
    parser.resume();

    function* take(): Generator<ReadItem> {
      const ready = rows;
      rows = [];
      for (const row of ready) {
        if (header === undefined) header = row.values.map(columnName);
        else if (![...spoilt].some((line) => line >= row.start && line <= row.end)) yield toItem(header, row, file);
      }
    }

    let batch = '';
    for await (const line of lines) {
      if (line.fault !== undefined) {
        yield refuseLine(line, file);
        spoilt.add(line.number);
      }
      batch += `${line.text}\n`;
      if (batch.length < BATCH) continue;
      await write(batch);
      batch = '';
      yield* take();
      if (failure !== undefined) break;
    }
    if (failure === undefined && batch !== '') await write(batch);
    if (failure === undefined && !lines.cut) {
      await new Promise<void>((resolve) => {
        parser.once('close', resolve);
        parser.end();
      });
    }
    yield* take();
    if (failure !== undefined) {
      const reason = failure instanceof CsvError ? failure.code : failure.message;
      const message = `this row is broken (${reason}) and the rest of the file was not read: close its quotation marks`;
      yield refuse('bad-record', message, file, end + 1);
    }
    parser.destroy();

    function write(text: string): Promise<void> {
      return new Promise((resolve) => {
        parser.once('close', resolve);
        parser.write(text, () => {
          parser.off('close', resolve);
          resolve();
        });
      });
    }
  },
};

function toItem(header: readonly string[], row: Row, file: string): ReadItem {
  const cell = (names: readonly string[]) => {
    for (const name of names) {
      const value = row.values[header.indexOf(name)]?.trim();
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  };
  const authors = cell(COLUMNS.authors);
  const organizations = cell(COLUMNS.organizations);
  const categories = cell(COLUMNS.categories);
  return toPaper(
    {
      title: cell(COLUMNS.title),
      abstract: cell(COLUMNS.abstract),
      authors: authors === undefined ? [] : splitNames(authors),
      organizations: organizations === undefined ? [] : organizations.split(/[;|]/),
      categories: categories === undefined ? [] : splitCategories(categories),
      date: cell(COLUMNS.date),
      doi: cell(COLUMNS.doi),
      arxiv: cell(COLUMNS.arxiv),
      url: cell(COLUMNS.url),
    },
    file,
    row.start,
  );
}

/** The delimiter under which the header has an abstract column beside another one. */
function delimiterOf(header: string): string | undefined {
  const names: readonly string[] = COLUMNS.abstract.slice(0, 3);
  return DELIMITERS.find((delimiter) => {
    const cells = header.split(delimiter).map(columnName);
    return cells.length > 1 && cells.length < 500 && cells.some((cell) => names.includes(cell));
  });
}

function columnName(cell: string): string {
  return cell.trim().replace(/^"|"$/g, '').trim().toLowerCase().replace(/[_-]+/g, ' ');
}
