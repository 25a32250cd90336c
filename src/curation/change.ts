/**
 * Changing the text of `curation.yaml` as a careful person would: a new edit goes to the end of the list, one that is taken
 * back loses its lines, and every other line stays as it is. Where the text is of a form that this cannot do line by line
 * (a list in brackets), the document is written anew, with its comments.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isSeq, type Node, parseDocument, stringify, YAMLSeq } from 'yaml';
import type { CurationEdit } from '../model/index.js';
import { parseCuration } from './parse.js';

const HEAD = `# What was decided about this graph by hand; each build applies it in this order. See docs/curation.md.
version: 1
edits:
`;

/** @param text a file that `parseCuration` accepts; undefined where there is none yet */
export function appendEdit(text: string | undefined, edit: CurationEdit): string {
  const before = text === undefined || text.trim() === '' ? HEAD : text;
  const edits = [...parseCuration(before, '').edits, edit];
  const lines = saying(edits, () => appendLines(before, edit));
  return lines ?? rewrite(before, (list, document) => list.items.push(document.createNode(edit)));
}

/**
 * The text without the edit at this place, counted from 0. The comments between edits stay; what stands in the edit's own
 * lines goes with it.
 */
export function removeEdit(text: string, index: number): string {
  const edits = parseCuration(text, '').edits.filter((_, place) => place !== index);
  const lines = saying(edits, () => removeLines(text, index));
  const item = () => saying(edits, () => rewrite(text, (list) => list.items.splice(index, 1)));
  // Of a later edit that repeats a part of this one (`*name`), the part is written out.
  const all = () =>
    rewrite(text, (list, document) =>
      list.items.splice(0, Infinity, ...edits.map((edit) => document.createNode(edit))),
    );
  return lines ?? item() ?? all();
}

/** The text that is made, where it says exactly these edits. */
function saying(edits: readonly CurationEdit[], make: () => string | undefined): string | undefined {
  try {
    const text = make();
    return text !== undefined && isDeepStrictEqual(parseCuration(text, '').edits, edits) ? text : undefined;
  } catch {
    return undefined;
  }
}

function appendLines(text: string, edit: CurationEdit): string | undefined {
  const last = linesOf(text, -1);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = last?.indent ?? '  ';
  const lines = stringify(edit, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
    .map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}${newline}`)
    .join('');
  if (last) return `${ended(text.slice(0, last.end), newline)}${lines}${text.slice(last.end)}`;
  // An empty list: right behind its key.
  const key = /^edits:[^\S\r\n]*(?:#.*)?(?:\r?\n|$)/m.exec(text);
  if (!key) return undefined;
  const at = key.index + key[0].length;
  return `${ended(text.slice(0, at), newline)}${lines}${text.slice(at)}`;
}

function removeLines(text: string, index: number): string | undefined {
  const lines = linesOf(text, index);
  return lines && text.slice(0, lines.start) + text.slice(lines.end);
}

/**
 * The whole lines of an edit, where the list has a line or more for each; `end` is behind its line break.
 * @param index counted from the end where it is negative
 */
function linesOf(text: string, index: number): { start: number; end: number; indent: string } | undefined {
  const list = editsOf(parseDocument(text));
  const edit = isSeq(list) && !list.flow ? list.items.at(index) : undefined;
  if (!isMap(edit) || !edit.range) return undefined;
  const [from] = edit.range;
  // A map in lines ends where the next thing starts, be it a comment on that; its last value ends where it does.
  const to = edit.flow ? edit.range[1] : (edit.items.at(-1)?.value as Node | null | undefined)?.range?.[1];
  if (to === undefined) return undefined;
  const hyphen = text.lastIndexOf('-', from);
  const start = text.lastIndexOf('\n', hyphen) + 1;
  const indent = text.slice(start, hyphen);
  if (hyphen < 0 || indent.trim() !== '') return undefined;
  // A text over several lines may end with their line breaks.
  const own = text.slice(0, to).trimEnd().length;
  const newline = text.indexOf('\n', own);
  return { start, end: newline < 0 ? text.length : newline + 1, indent };
}

function ended(text: string, newline: string): string {
  return text === '' || text.endsWith('\n') ? text : text + newline;
}

function rewrite(text: string, change: (list: YAMLSeq, document: Document) => void): string {
  const document = parseDocument(text);
  const there = editsOf(document);
  const list = isSeq(there) ? there : new YAMLSeq(document.schema);
  change(list, document);
  // Of a file that says nothing, or null.
  if (!isMap(document.contents)) document.contents = document.createNode({ version: 1 }) as never;
  document.set('edits', list);
  return document.toString({ lineWidth: 0 });
}

function editsOf(document: Document): unknown {
  return isMap(document.contents) ? document.contents.get('edits', true) : undefined;
}
