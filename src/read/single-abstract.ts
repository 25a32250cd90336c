/** One abstract in a plain text or Markdown file, with or without a title above it. */
import { type Reader, refuseLine } from './item.js';
import { splitNames } from './names.js';
import { toPaper } from './source-paper.js';

/** More than this is a paper, a book or a log. */
const MAX_TEXT = 20_000;
const MAX_TITLE = 300;
const MIN_ABSTRACT = 80;
const MIN_WORDS = 12;
/** No text is broken into lines as long as this. */
const UNBROKEN = 140;
/** Share of letters among the signs below which a text is code or a table. */
const MIN_LETTERS = 0.7;

interface Found {
  /** Counted from 1: where the title or, without one, the abstract starts. */
  line: number;
  title?: string | undefined;
  authors?: string | undefined;
  date?: string | undefined;
  abstract: string;
}

export const singleAbstract: Reader = {
  name: 'a text or Markdown file with one abstract',

  sniff(head) {
    return head.whole && head.text.length <= MAX_TEXT && findAbstract(head.text.split('\n')) !== undefined;
  },

  async *read(lines, { file }) {
    const texts: string[] = [];
    let spoilt = false;
    for await (const line of lines) {
      if (line.fault !== undefined) {
        yield refuseLine(line, file);
        spoilt = true;
      }
      texts.push(line.text);
    }
    const found = spoilt || lines.cut ? undefined : findAbstract(texts);
    if (found === undefined) return;
    const authors = found.authors === undefined ? [] : splitNames(found.authors);
    yield toPaper({ ...found, authors }, file, found.line);
  },
};

interface Block {
  line: number;
  text: string;
  isHeading: boolean;
}

function findAbstract(lines: readonly string[]): Found | undefined {
  const [matter, start] = frontMatter(lines);
  const blocks = partTitle(toBlocks(lines, start));
  const [first] = blocks;
  if (first === undefined || /^[{[<]/.test(first.text) || blocks.some((block) => block.text.startsWith('```')))
    return undefined;
  const headed = blocks.findIndex((block) => /^abstract\W*$/i.test(block.text));
  if (headed < 0 && blocks.filter((block) => block.isHeading).length > 3) return undefined;
  const at = headed < 0 ? blocks.findIndex(isLong) : headed + 1;
  const body: string[] = [];
  for (const block of blocks.slice(Math.max(at, 0))) {
    if (block.isHeading || /^(?:key ?words|index terms|references|introduction|1\.? introduction)\b/i.test(block.text))
      break;
    body.push(block.text);
  }
  const abstract = body.join('\n').replace(/^abstract\s*[:.—–-]+\s*/i, '');
  if (at < 0 || !looksWritten(abstract)) return undefined;
  const title = blocks.slice(0, headed < 0 ? at : headed).find((block) => isTitle(block.text));
  return {
    line: title?.line ?? blocks[at]?.line ?? first.line,
    title: matter.title ?? title?.text.replace(/^title\s*:\s*/i, ''),
    authors: matter.authors ?? matter.author,
    date: matter.date,
    abstract,
  };
}

/** Paragraphs, and headings as blocks of their own (`# Heading`, or underlined). */
function toBlocks(lines: readonly string[], start: number): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const [i, raw] of lines.entries()) {
    if (i < start) continue;
    const text = raw.trim();
    if (/^#{1,6}\s/.test(text)) {
      const heading = text.replace(/^#+|(?<!#)#+$/g, '').trim();
      if (heading !== '') blocks.push({ line: i + 1, text: heading, isHeading: true });
      open = undefined;
    } else if (/^(?:={3,}|-{3,})$/.test(text) && open !== undefined && open.line === i) {
      open.isHeading = true;
      open = undefined;
    } else if (text === '') open = undefined;
    else if (open === undefined) {
      open = { line: i + 1, text, isHeading: false };
      blocks.push(open);
    } else open.text += `\n${text}`;
  }
  return blocks;
}

/** A title with its abstract on the very next line is a block of its own, as it is when one pastes both. */
function partTitle(blocks: Block[]): Block[] {
  const [first, ...others] = blocks;
  const [title = '', next = '', ...more] = first?.text.split('\n') ?? [];
  // Lines that were broken at some width are no longer than that: a first one that is short is then no title.
  if (!first || first.isHeading || next.length < UNBROKEN || !isTitle(title)) return blocks;
  const abstract = { line: first.line + 1, text: [next, ...more].join('\n'), isHeading: false };
  return [{ ...first, text: title }, abstract, ...others];
}

/** The `title: …` lines between two `---` at the start of a note, and where the text goes on. */
function frontMatter(lines: readonly string[]): [Record<string, string>, number] {
  const fields: Record<string, string> = {};
  const end = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) : -1;
  for (const line of lines.slice(1, Math.max(end, 1))) {
    const field = /^(title|authors?|date):(.*)$/is.exec(line);
    const value = field?.[2]?.trim().replace(/^["']|["']$/g, '') ?? '';
    if (value !== '') fields[(field?.[1] ?? '').toLowerCase()] = value;
  }
  return [fields, end + 1];
}

const isLong = (block: Block) => !block.isHeading && looksWritten(block.text) && !isTitle(block.text);

function isTitle(text: string): boolean {
  return (
    text.length <= MAX_TITLE &&
    !/[.:;,]$/.test(text) &&
    text.split('\n').length <= 3 &&
    !/[.!?] \p{Lu}.*[.!?] \p{Lu}/u.test(text)
  );
}

/** Words in sentences, and not code, a table or a list of names. */
function looksWritten(text: string): boolean {
  if (text.length < MIN_ABSTRACT || text.split(/\s+/).length < MIN_WORDS) return false;
  if (!/[\p{L}\p{N}%)\]$][.!?]["”'’)\]]*(?:\s|$)/u.test(text)) return false;
  const signs = text.replace(/\s+/g, '');
  return (signs.match(/\p{L}/gu)?.length ?? 0) >= signs.length * MIN_LETTERS;
}
