/** `curation.yaml` from text to edits, each with its place. Whatever is wrong is said with line, column and remedy. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type CurationEdit, CurationEditSchema, CurationError } from '../model/index.js';

export interface Place {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

export interface ParsedCuration {
  readonly edits: readonly CurationEdit[];
  /** Where each edit starts. */
  readonly places: readonly Place[];
}

/** UTF-16 code units, or bytes; a list that people write is far smaller. */
export const LARGEST = 10_000_000;
/** A few anchors may be handy; more of them would unfold into a text that fills the memory. */
const MOST_ALIASES = 100;
const KINDS = ['merge', 'split', 'rename', 'retype', 'reject'] as const;
const EXAMPLES = {
  merge: '{ merge: KV cache, into: key-value cache }',
  split: '{ split: RL, from: reinforcement learning }',
  rename: '{ rename: grpo, to: GRPO }',
  retype: '{ retype: GRPO, to: Technique }',
  reject: '{ reject: BUILDS_ON, from: GRPO, to: PPO }',
} as const;

/**
 * @param path names the file in messages
 * @throws CurationError `bad-curation` with line and column, `too-large`
 */
export function parseCuration(text: string, path: string): ParsedCuration {
  if (text.length > LARGEST) throw tooLarge(path);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: '1.2' });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refuse = (at: number, message: string, edit?: number): never => {
    const { line, column } = placeAt(at);
    throw new CurationError('bad-curation', `${path}:${line}:${column}: ${message}`, { line, column, edit });
  };
  const startOf = (node: unknown, otherwise: number) => (node as Node | null)?.range?.[0] ?? otherwise;

  const [problem] = document.errors;
  if (problem?.code === 'MULTIPLE_DOCS')
    refuse(problem.pos[0], 'a second document begins here: put all edits into one list');
  if (problem) refuse(problem.pos[0], `${problem.message.replace(/\.$/, '')}: correct the YAML here`);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return { edits: [], places: [] };
  if (!isMap(root)) return refuse(startOf(root, 0), 'the file is to start with "version: 1", then "edits:" and a list');
  for (const { key } of root.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (name !== 'version' && name !== 'edits') {
      refuse(startOf(key, 0), `unknown key ${JSON.stringify(name)}: there are "version" and "edits"`);
    }
  }
  if ((root as YAMLMap).get('version') !== 1) {
    const at = startOf(root.get('version', true) ?? root, 0);
    refuse(at, 'the file is to say "version: 1", the only one that this Stemma reads');
  }
  const list = root.get('edits', true) as Node | undefined;
  if (list === undefined || (isScalar(list) && list.value === null)) return { edits: [], places: [] };
  if (!isSeq(list)) return refuse(startOf(list, 0), '"edits" is to be a list: each edit after a hyphen');

  let values: unknown[] = [];
  try {
    values = list.toJS(document, { maxAliasCount: MOST_ALIASES }) as unknown[];
  } catch (error) {
    refuse(startOf(list, 0), `${error instanceof Error ? error.message : String(error)}: write the names out`);
  }
  const places: Place[] = [];
  const edits = values.map((value, index): CurationEdit => {
    const node = list.items[index];
    const at = startOf(node, startOf(list, 0));
    places.push(placeAt(at));
    const checked = checkEdit(value);
    if ('edit' in checked) return checked.edit;
    const member = isMap(node) && checked.key !== undefined ? findPair(node, checked.key) : undefined;
    const where = checked.atKey ? member?.key : (member?.value ?? member?.key);
    return refuse(startOf(where, at), `edit ${index + 1}: ${checked.message}`, index);
  });
  return { edits, places };
}

export function tooLarge(path: string): CurationError {
  return new CurationError('too-large', `${path} is over 10 MB: a list of edits is far smaller; is it the right file?`);
}

function findPair(map: YAMLMap, key: string) {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

type Checked = { edit: CurationEdit } | { message: string; key?: string | undefined; atKey?: boolean };

/** One edit, or what is wrong with it and at which of its keys. */
export function checkEdit(value: unknown): Checked {
  const valid = CurationEditSchema.safeParse(value);
  if (valid.success) return { edit: valid.data };
  const given = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const keys = [...given.keys()];
  const kinds = KINDS.filter((kind) => keys.includes(kind));
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const what = kinds.length > 1 ? `${kinds.join(' and ')} in one` : 'neither';
    return {
      message: `an edit is one of ${KINDS.join(', ')}, and this is ${what}: write it like ${EXAMPLES[kind ?? 'merge']}`,
      ...(kinds.length > 1
        ? { key: kinds[1], atKey: true }
        : keys[0] === undefined
          ? {}
          : { key: keys[0], atKey: true }),
    };
  }
  const schema = CurationEditSchema.options[KINDS.indexOf(kind)];
  const issues = schema?.safeParse(value).error?.issues ?? [];
  // A key that is unknown is likely the one that is missing, misspelt.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const message = `unknown key ${issue.keys.map((key) => JSON.stringify(key)).join(', ')} beside ${kind}`;
    return { message: `${message}: write it like ${EXAMPLES[kind]}`, key: issue.keys[0], atKey: true };
  }
  const key = String(issue?.path[0] ?? kind);
  if (!keys.includes(key)) {
    return { message: `${JSON.stringify(key)} is missing: write it like ${EXAMPLES[kind]}`, key: kind, atKey: true };
  }
  if (issue?.code === 'invalid_value') return { message: `${key} is to be one of ${issue.values.join(', ')}`, key };
  const remedy =
    typeof given.get(key) === 'string'
      ? 'something to be seen, in one line, without signs that turn the text'
      : 'put it in quotes if it looks like a number';
  return { message: `${key} is to be a name: ${remedy}`, key };
}
