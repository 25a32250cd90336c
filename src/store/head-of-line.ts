/**
 * The beginning of a node's or an edge's line, read from its bytes. Most lines are passed over by what stands there, and
 * to parse them all would take many times as long. It rests on how our own files are written: nodes begin with their id
 * and label, edges with their source and target, after which comes the type, but where papers state the edge: there it
 * stands behind their sentences. `JSON.stringify` puts a backslash before every quote within a text, so a quoted key is a
 * key.
 */
import { EDGE_TYPES, type EdgeType, RELATION_TYPES, type RelationType } from '../model/index.js';

const ID = '{"id":"'.length;
const LABEL = '","label":"'.length;
const SOURCE = '{"source":"'.length;
const TARGET = '","target":"'.length;
const TYPE = '","type":"'.length;
/** Where the `t` of `","type"` or the `c` of `","confidence"` stands. */
const KEY = '","'.length;
const [QUOTE, BACKSLASH, T] = [34, 92, 116];

type TypeInHead = Exclude<EdgeType, RelationType>;
/** By its first letter, in which each differs from the others. */
const TYPES = new Map<number, TypeInHead>(
  EDGE_TYPES.flatMap((type) => (isRelation(type) ? [] : [[type.charCodeAt(0), type] as const])),
);

function isRelation(type: EdgeType): type is RelationType {
  return RELATION_TYPES.some((each) => each === type);
}

/** A node's line; the object is used again for the next one, as there are hundreds of thousands. */
export class NodeHead {
  #bytes: Buffer = Buffer.alloc(0);
  #start = 0;
  #idEnd = 0;
  #labelEnd = 0;

  look(bytes: Buffer, start: number, end: number): void {
    this.#bytes = bytes;
    this.#start = start;
    this.#idEnd = closingQuote(bytes, start + ID, end);
    this.#labelEnd = closingQuote(bytes, this.#idEnd + LABEL, end);
  }

  get id(): string {
    return textBetween(this.#bytes, this.#start + ID, this.#idEnd);
  }

  get label(): string {
    return this.#bytes.toString('latin1', this.#idEnd + LABEL, this.#labelEnd);
  }
}

/** An edge's line; the object is used again for the next one, as there are millions. */
export class EdgeHead {
  #bytes: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  #sourceEnd = 0;
  #targetEnd = 0;

  look(bytes: Buffer, start: number, end: number): void {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    this.#sourceEnd = closingQuote(bytes, start + SOURCE, end);
    this.#targetEnd = closingQuote(bytes, this.#sourceEnd + TARGET, end);
  }

  get source(): string {
    return textBetween(this.#bytes, this.#start + SOURCE, this.#sourceEnd);
  }

  get target(): string {
    return textBetween(this.#bytes, this.#sourceEnd + TARGET, this.#targetEnd);
  }

  /** Undefined where it stands behind the sentences: of BUILDS_ON, PART_OF and OUTPERFORMS. */
  get type(): TypeInHead | undefined {
    if (this.#bytes[this.#targetEnd + KEY] !== T) return undefined;
    return TYPES.get(this.#bytes[this.#targetEnd + TYPE] ?? 0);
  }

  /** From 0 to 1, where the type is known. @throws SyntaxError where the line is none of ours */
  get confidence(): number {
    const rest = this.#bytes.toString(
      'latin1',
      this.#targetEnd,
      Math.min(this.#end, this.#targetEnd + CONFIDENCE_WITHIN),
    );
    const found = /"confidence":([\d.e-]+)/.exec(rest)?.[1];
    if (found === undefined) throw new SyntaxError('an edge without its confidence');
    return Number(found);
  }
}

/** Signs behind the target within which the confidence stands. */
const CONFIDENCE_WITHIN = 80;

/** @returns where the text that begins at `from` ends; the end of the line where no quote closes it */
function closingQuote(bytes: Buffer, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const sign = bytes[at];
    if (sign === QUOTE) return at;
    if (sign === BACKSLASH) at++;
  }
  return end;
}

/** Ids are short, and few have a sign that JSON escapes. */
function textBetween(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start, end);
  return text.includes('\\') ? (JSON.parse(`"${text}"`) as string) : text;
}
