/**
 * RIS, as reference managers and publishers export it: two-letter tags, `TY` to `ER`. The format is lines and nothing
 * else, so it is read here; a library would bring a whole citation processor along.
 */
import { type Reader, type ReadItem, refuseLine } from './item.js';
import { straightName } from './names.js';
import { MAX_ABSTRACT, toPaper } from './source-paper.js';

const TAG = /^\s*([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;
const MAX_FIELDS = 10_000;

interface Draft {
  line: number;
  fields: Map<string, string[]>;
  size: number;
  last: string;
  spoilt: boolean;
}

export const ris: Reader = {
  name: 'RIS',

  sniff(head) {
    return head.lines.some((line) => /^\s*TY {1,2}- \S/.test(line)) && TAG.test(head.lines[0] ?? '');
  },

  async *read(lines, { file }) {
    let draft: Draft | undefined;
    for await (const line of lines) {
      if (line.fault !== undefined) yield refuseLine(line, file);
      const tag = TAG.exec(line.text);
      const name = tag?.[1] ?? '';
      if (draft !== undefined && line.fault !== undefined && name !== 'TY') draft.spoilt = true;
      if (name === 'TY') {
        if (draft !== undefined) yield* finish(draft, file);
        draft = { line: line.number, fields: new Map(), size: 0, last: '', spoilt: line.fault !== undefined };
      } else if (name === 'ER') {
        if (draft !== undefined) yield* finish(draft, file);
        draft = undefined;
      } else if (draft !== undefined && draft.size++ < MAX_FIELDS) add(draft, name, tag?.[2] ?? line.text);
    }
    // A last record without its end is one that the file lost or that the program forgot; only a cut says which.
    if (draft !== undefined && !lines.cut) yield* finish(draft, file);
  },
};

/** A line without a tag goes on with the field before it. */
function add(draft: Draft, tag: string, text: string): void {
  if (tag !== '') {
    draft.last = tag;
    const values = draft.fields.get(tag);
    if (values === undefined) draft.fields.set(tag, [text]);
    else values.push(text);
    return;
  }
  const values = draft.fields.get(draft.last);
  const before = values?.at(-1);
  if (values === undefined || before === undefined || text.trim() === '') return;
  // Beyond the limit only the fact counts.
  if (before.length <= MAX_ABSTRACT) values[values.length - 1] = `${before} ${text.trim()}`;
}

function* finish({ fields, line, spoilt }: Draft, file: string): Generator<ReadItem> {
  if (spoilt) return;
  const first = (...tags: string[]) =>
    tags.map((tag) => fields.get(tag)?.[0]?.trim()).find((text) => text !== undefined && text !== '');
  const all = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? []);
  const urls = all('UR', 'L1', 'L2', 'LK');
  yield toPaper(
    {
      title: first('TI', 'T1', 'CT'),
      abstract: all('AB', 'N2').reduce((longest, text) => (text.length > longest.length ? text : longest), ''),
      authors: all('AU', 'A1').map(straightName),
      date: first('DA', 'Y1', 'PY'),
      doi: first('DO'),
      url: urls[0],
      hints: [...urls, ...all('JO', 'JF', 'T2', 'JA', 'M1', 'C1', 'C7', 'AN', 'N1', 'ID')],
    },
    file,
    line,
  );
}
