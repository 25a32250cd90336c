/**
 * A listing of abstracts, each opened by `Abstract:`, some run together without a line break. Where lines such as
 * `Title:` stand before an opener they belong to the abstract that follows.
 */
import { type Reader, type ReadItem, refuseLine } from './item.js';
import { splitNames } from './names.js';
import { MAX_ABSTRACT, toPaper } from './source-paper.js';

const OPENER = /Abstract:/g;
const LINE_OPENER = /^\s*(?:Abstract|ABSTRACT|abstract)\s*:/;
const FIELD =
  /^\s*(Title|Authors?|Date|Submitted|Subjects?|Comments?|Journal|DOI|URL|Link|Keywords?|Categories|arXiv|Cite as)\s*:(.*)$/is;

interface Draft {
  line: number;
  text: string;
  fields: Record<string, string>;
  /** A line of it was no text; the fault has been reported. */
  spoilt: boolean;
}

export const abstractListing: Reader = {
  name: 'a listing of abstracts opened by "Abstract:"',

  sniff(head) {
    const openers = head.lines.filter((line) => LINE_OPENER.test(line)).length;
    const first = head.lines.findIndex((line) => LINE_OPENER.test(line));
    // One opener tells a listing where nothing but lines such as `Title:` stands before it.
    return openers > 1 || (first >= 0 && head.lines.slice(0, first).every((line) => FIELD.test(line)));
  },

  async *read(lines, { file }) {
    let draft: Draft | undefined;
    let fields: Record<string, string> = {};
    let firstField: number | undefined;
    for await (const line of lines) {
      if (line.fault !== undefined) yield refuseLine(line, file);
      const field = FIELD.exec(line.text);
      if (field !== null) {
        const name = (field[1] ?? '').toLowerCase();
        // What follows an abstract is said of its paper, until the next title.
        const isOfNext = draft === undefined || name === 'title';
        if (draft !== undefined) yield* finish(draft, file);
        draft = undefined;
        if (isOfNext) {
          firstField ??= line.number;
          fields[name] = (field[2] ?? '').trim();
        }
        continue;
      }
      const places = openers(line.text);
      if (draft !== undefined && line.fault !== undefined && places[0]?.start !== 0) draft.spoilt = true;
      add(draft, line.text.slice(0, places[0]?.start));
      for (const [i, { end }] of places.entries()) {
        if (draft !== undefined) yield* finish(draft, file);
        draft = { line: firstField ?? line.number, text: '', fields, spoilt: line.fault !== undefined };
        fields = {};
        firstField = undefined;
        add(draft, line.text.slice(end, places[i + 1]?.start));
      }
    }
    if (draft !== undefined && !lines.cut) yield* finish(draft, file);
  },
};

/** Where abstracts open in a line: at its start, or run on to the end of a sentence or of a word. */
function openers(text: string): { start: number; end: number }[] {
  const atStart = LINE_OPENER.exec(text);
  const places = atStart === null ? [] : [{ start: 0, end: atStart[0].length }];
  for (const match of text.matchAll(OPENER)) {
    const end = match.index + match[0].length;
    if (end <= (places.at(-1)?.end ?? 0)) continue;
    const before = text.slice(Math.max(0, match.index - 20), match.index);
    const isRunOn = /[^\s"'“‘([{/-]$/.test(before);
    const isSentence = /[.!?)\]"”’%]\s+$/.test(before) && /^\s*[^\p{Ll}\s]/u.test(text.slice(end, end + 8));
    if (isRunOn || isSentence) places.push({ start: match.index, end });
  }
  return places;
}

function add(draft: Draft | undefined, text: string): void {
  // Beyond the limit only the fact counts.
  if (draft !== undefined && draft.text.length <= MAX_ABSTRACT) draft.text += `${text}\n`;
}

function* finish({ line, text, fields, spoilt }: Draft, file: string): Generator<ReadItem> {
  if (spoilt) return;
  const author = fields.authors ?? fields.author;
  yield toPaper(
    {
      abstract: text.trimEnd(),
      title: fields.title,
      authors: author === undefined ? [] : splitNames(author),
      date: fields.date,
      doi: fields.doi,
      arxiv: fields.arxiv,
      url: fields.url ?? fields.link,
    },
    file,
    line,
  );
}
