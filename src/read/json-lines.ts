/** JSON lines: arXiv metadata and our own extraction records, one a line, also mixed. */
import { z } from 'zod';
import { arxivRecord } from './arxiv-record.js';
import { extractionRecord } from './extraction-record.js';
import { type FaultItem, type Reader, type ReadItem, refuse, refuseLine } from './item.js';

const ObjectSchema = z.record(z.string(), z.unknown());

export const jsonLines: Reader = {
  name: 'JSON lines (arXiv metadata or extraction records)',

  sniff(head) {
    const objects = head.lines.filter((line) => /^\s*\{\s*(?:"|\}|$)/.test(line)).length;
    return objects > 0 && objects * 2 >= head.lines.length;
  },

  async *read(lines, { file }) {
    for await (const line of lines) {
      if (line.fault !== undefined) yield refuseLine(line, file);
      else if (line.text.trim() !== '') yield readObject(line.text, file, line.number);
    }
  },
};

function readObject(text: string, file: string, line: number): ReadItem {
  const item = parseObject(text, file, line);
  if (item.kind === 'fault') return item;
  const { object } = item;
  return 'paper' in object && 'entities' in object
    ? extractionRecord(object, file, line)
    : arxivRecord(object, file, line);
}

export interface ObjectItem {
  readonly kind: 'object';
  readonly object: Record<string, unknown>;
  readonly line: number;
}

/** One line as an object; a fault where it is none. */
export function parseObject(text: string, file: string, line: number): ObjectItem | FaultItem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 120) : '';
    return refuse('bad-json', `this line is no JSON (${reason}): give one complete object a line`, file, line);
  }
  const object = ObjectSchema.safeParse(value);
  if (!object.success || Array.isArray(value)) {
    return refuse('bad-record', 'this line is no JSON object: give one paper a line', file, line);
  }
  return { kind: 'object', object: object.data, line };
}
