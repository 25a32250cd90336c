/**
 * Adds annotations of papers of the corpus to our own (`scripts/learn/annotations.jsonl`), or puts them in the place of
 * those that are there. Who annotates follows the guide of the data folder and writes its format, with arXiv numbers as
 * ids and without title and text. Kept are ranges of the text, not the text.
 *
 * usage: tsx scripts/add-annotations.ts DATA FILE...
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeAtomically } from '../src/store/write-atomically.js';
import { OWN_FILE, type OwnAnnotation, readOwnLines } from './learn/annotated.js';
import { AnnotationSchema, goldText, readCorpus, readGold } from './learn/data.js';

const [folder, ...files] = process.argv.slice(2);
if (folder === undefined || files.length === 0) throw new Error('usage: tsx scripts/add-annotations.ts DATA FILE...');

const added = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) =>
      line === '' ? [] : [{ at: `${file}:${i + 1}`, ...AnnotationSchema.parse(JSON.parse(line)) }],
    ),
);
const texts = new Map<string, string>();
const given = new Set(readGold(join(folder, 'gold', 'train.jsonl')).map(({ id }) => id));
const wanted = new Set(added.map(({ id }) => id));
for await (const { id, title, abstract } of readCorpus(folder, given)) {
  if (wanted.has(id)) texts.set(id, goldText({ title, text: abstract }));
}

const own = new Map(readOwnLines().map((annotation) => [annotation.id, annotation]));
for (const { at, id, entities, relations } of added) {
  const text = texts.get(id);
  if (text === undefined) {
    throw new Error(`${at}: ${id} is no paper of the corpus, or one that must not be learnt from; take the line out`);
  }
  const range = (part: string): [number, number] => {
    const start = wordStart(text, part);
    if (start < 0) throw new Error(`${at}: "${part}" does not stand in the paper; copy it exactly`);
    return [start, start + part.length];
  };
  const names = new Set(entities.map(([name]) => name));
  if (names.size < entities.length) throw new Error(`${at}: two entities have one name; make them one`);
  for (const name of relations.flatMap(([head, , tail]) => [head, tail])) {
    if (!names.has(name)) throw new Error(`${at}: a relation names "${name}", which is no entity of the line; add it`);
  }
  const annotation: OwnAnnotation = {
    id,
    entities: entities.map(([name, type, role, surfaces]) => [
      name,
      type,
      role,
      [...new Set(surfaces)].map(range).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    ]),
    relations: relations.map(([head, type, tail, evidence]) => [head, type, tail, range(evidence)]),
  };
  own.set(id, annotation);
}
const sorted = [...own.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
await writeAtomically(
  fileURLToPath(OWN_FILE),
  sorted.map((annotation) => `${JSON.stringify(annotation)}\n`),
);
console.log(`${fileURLToPath(OWN_FILE)}: ${sorted.length} papers, ${wanted.size} of them from ${files.join(', ')}`);

/** Where `part` first stands as whole words, else where it first stands; -1 where it does not. */
function wordStart(text: string, part: string): number {
  const letter = /[\p{L}\p{N}]/u;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const end = at + part.length;
    const opens = at === 0 || !letter.test(text[at - 1] as string) || !letter.test(part[0] as string);
    const closes = end === text.length || !letter.test(text[end] as string) || !letter.test(part.at(-1) as string);
    if (opens && closes) return at;
  }
  return text.indexOf(part);
}
