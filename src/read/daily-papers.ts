/**
 * The copied text of a daily-papers web page: a header, then for each paper its title, its abstract and a few small
 * lines (`• 6 authors`, `nvidia NVIDIA`, `·`, `May 26` or `Oct 9, 2024 1`), of which any may be missing.
 */
import { fold } from '../model/index.js';
import { isoDate, monthNumber } from './dates.js';
import { type Reader, type ReadItem, refuseLine } from './item.js';
import type { Line } from './lines.js';
import { MAX_ABSTRACT, toPaper } from './source-paper.js';

const AUTHORS = /^[•·*-]?\s*\d+\s+authors?$/i;
const DOT = /^[·•∙]$/;
const NOISE = /^(?:[\d.,]+k?|[-–—]|upvote|submitted by|view all.*|previous|next)$/i;
const DATE = /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})(?:,? (\d{4}))?(?:\s+\d+)*$/;

/** No title is as long; nor does a shorter one end like a sentence and hold that many words. */
const LONG = 250;
const SENTENCE_LENGTH = 100;
const SENTENCE_WORDS = 16;
/** Short lines before an abstract that are looked at. */
const MOST_WAITING = 100;

interface Draft {
  line: number;
  title: string | undefined;
  abstract: string;
  organizations: string[];
  date: string | undefined;
  /** One of the small lines has come: the abstract is complete. */
  closed: boolean;
  spoilt: boolean;
}

export const dailyPapers: Reader = {
  name: 'the text of a daily-papers page',

  sniff(head) {
    const lines = head.lines.map((line) => line.trim());
    return lines.some(
      (line, i) =>
        /^•\s*\d+ authors?$/i.test(line) ||
        line === 'Daily Papers' ||
        (DOT.test(line) && DATE.test(lines[i + 1] ?? '')),
    );
  },

  async *read(lines, { file, asOf }) {
    let draft: Draft | undefined;
    /** Short lines since the last abstract or small line: the last of them may turn out to be a title. */
    let waiting: Line[] = [];
    for await (const line of lines) {
      if (line.fault !== undefined) yield refuseLine(line, file);
      const text = line.text.trim();
      if (text === '' && line.fault === undefined) continue;
      const date = DATE.exec(text);
      if (DOT.test(text) || AUTHORS.test(text) || date !== null) {
        if (draft !== undefined) {
          addOrganization(draft, waiting.at(-1));
          draft.closed = true;
          if (date !== null) draft.date ??= toDate(date, asOf);
        }
        waiting = [];
      } else if (isAbstract(text)) {
        const title = waiting.at(-1);
        if (title === undefined && draft !== undefined && !draft.closed) {
          // Beyond the limit only the fact counts.
          if (draft.abstract.length <= MAX_ABSTRACT) draft.abstract += ` ${text}`;
          draft.spoilt ||= line.fault !== undefined;
          continue;
        }
        if (draft !== undefined) {
          for (const short of waiting.slice(0, -1)) if (isSelfNamed(short.text)) addOrganization(draft, short);
          yield* finish(draft, file);
        }
        draft = {
          line: title?.number ?? line.number,
          title: title?.text.trim(),
          abstract: text,
          organizations: [],
          date: undefined,
          closed: false,
          spoilt: line.fault !== undefined || title?.fault !== undefined,
        };
        waiting = [];
      } else if (!NOISE.test(text)) {
        waiting.push(line);
        if (waiting.length > MOST_WAITING) waiting.shift();
      }
    }
    if (draft !== undefined) {
      for (const short of waiting) if (isSelfNamed(short.text)) addOrganization(draft, short);
      yield* finish(draft, file);
    }
  },
};

function isAbstract(text: string): boolean {
  if (text.length >= LONG) return true;
  return text.length >= SENTENCE_LENGTH && /[.!…]["”')\]]?$/.test(text) && text.split(/\s+/).length >= SENTENCE_WORDS;
}

/** A date without a year is in the year of the clock. */
function toDate(match: RegExpExecArray, asOf: string): string | undefined {
  const [, month = '', day, year] = match;
  return isoDate(Number(year ?? asOf.slice(0, 4)), monthNumber(month), Number(day));
}

function addOrganization(draft: Draft, line: Line | undefined): void {
  if (draft.closed || line === undefined || line.fault !== undefined) return;
  draft.organizations.push(organizationName(line.text.trim()));
}

/** `nvidia NVIDIA` is a handle and a name; a name that stands twice stands for itself. */
export function organizationName(text: string): string {
  const words = text.split(/\s+/);
  const half = words.length / 2;
  if (Number.isInteger(half) && fold(words.slice(0, half).join(' ')) === fold(words.slice(half).join(' '))) {
    return words.slice(half).join(' ');
  }
  return words.length === 1 ? text : words.slice(1).join(' ');
}

/** A handle and the same name: an organization even where no small line follows to say so. */
function isSelfNamed(text: string): boolean {
  const words = text.trim().split(/\s+/);
  return words.length > 1 && words.length < 10 && fold(words[0] ?? '') === fold(words.slice(1).join(' '));
}

function* finish(draft: Draft, file: string): Generator<ReadItem> {
  if (draft.spoilt) return;
  const { title, abstract, organizations, date, line } = draft;
  yield toPaper({ title, abstract, organizations, date }, file, line);
}
