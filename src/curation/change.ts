/**
 * Changing the text of `curation.yaml` as a careful person would: the new edit goes to the end of the list, the last one
 * is taken away, and every other line stays as it is. Where the text is of a form that this cannot do line by line (a list
 * in brackets), the document is written anew, with its comments.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isSeq, parseDocument, stringify, YAMLSeq } from 'yaml';
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
  return keep(appendLines(before, edit), edits) ?? rewrite(before, edits);
}

/** The text without its last edit; unchanged where it has none. Comments stay. */
export function removeLastEdit(text: string): string {
  const edits = parseCuration(text, '').edits.slice(0, -1);
  return keep(removeLines(text), edits) ?? rewrite(text, edits);
}

/** The text where it says exactly these edits. */
function keep(text: string | undefined, edits: readonly CurationEdit[]): string | undefined {
  if (text === undefined) return undefined;
  try {
    return isDeepStrictEqual(parseCuration(text, '').edits, edits) ? text : undefined;
  } catch {
    return undefined;
  }
}

function appendLines(text: string, edit: CurationEdit): string | undefined {
  const last = lastLines(text);
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

function removeLines(text: string): string | undefined {
  const last = lastLines(text);
  return last && text.slice(0, last.start) + text.slice(last.end);
}

/** The whole lines of the last edit, where the list has a line or more for each; `end` is behind its line break. */
function lastLines(text: string): { start: number; end: number; indent: string } | undefined {
  const list = editsOf(parseDocument(text));
  const last = isSeq(list) && !list.flow ? list.items.at(-1) : undefined;
  if (!isMap(last) || !last.range) return undefined;
  const [from, to] = last.range;
  const hyphen = text.lastIndexOf('-', from);
  const start = text.lastIndexOf('\n', hyphen) + 1;
  const indent = text.slice(start, hyphen);
  if (hyphen < 0 || indent.trim() !== '') return undefined;
  // The range of a map in lines ends where the next thing starts; the last line of its own has its last character.
  const own = text.slice(0, to).trimEnd().length;
  const newline = text.indexOf('\n', own);
  return { start, end: newline < 0 ? text.length : newline + 1, indent };
}

function ended(text: string, newline: string): string {
  return text === '' || text.endsWith('\n') ? text : text + newline;
}

function rewrite(text: string, edits: readonly CurationEdit[]): string {
  const document = parseDocument(text);
  const there = editsOf(document);
  const list = isSeq(there) ? there : new YAMLSeq(document.schema);
  while (list.items.length > edits.length) list.items.pop();
  for (const edit of edits.slice(list.items.length)) list.add(document.createNode(edit));
  // Of a file that says nothing, or null.
  if (!isMap(document.contents)) document.contents = document.createNode({ version: 1 }) as never;
  document.set('edits', list);
  return document.toString({ lineWidth: 0 });
}

function editsOf(document: Document): unknown {
  return isMap(document.contents) ? document.contents.get('edits', true) : undefined;
}
