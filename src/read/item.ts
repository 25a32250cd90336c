/** What readers give and what they share: items, the interface of a reader, faults with a place. */
import type { ExtractionRecord, Fault, Source, SourcePaper } from '../model/index.js';
import type { Line, LineSource } from './lines.js';

export interface FaultItem {
  readonly kind: 'fault';
  readonly fault: Fault;
}

export type ReadItem =
  | { readonly kind: 'paper'; readonly paper: SourcePaper }
  | { readonly kind: 'record'; readonly record: ExtractionRecord; readonly source: Source }
  | FaultItem;

export interface ReadContext {
  /** The file as the user named it. */
  readonly file: string;
  /** The day, in ISO form, on which dates without a year are read. */
  readonly asOf: string;
}

/** The beginning of a file, by which readers know their own. */
export interface Head {
  readonly text: string;
  /** The lines that are not blank. */
  readonly lines: readonly string[];
  /** The head is the whole file. */
  readonly whole: boolean;
}

/** One format. Every reader passes the same conformance suite. */
export interface Reader {
  readonly name: string;
  /** Whether content that begins like this is of the format. Readers are asked in the order of the registry. */
  sniff(head: Head): boolean;
  /**
   * Papers, records and faults in the order of the file. A broken record is a fault and the next goes on; never throws
   * for what the file holds. A record that the end of a cut file leaves unfinished (`lines.cut`) is left out in silence:
   * the cut itself is reported once, by the caller.
   */
  read(lines: LineSource, context: ReadContext): AsyncIterable<ReadItem>;
}

/** A fault as an item. */
export function refuse(code: Fault['code'], message: string, file: string, line?: number): FaultItem {
  return { kind: 'fault', fault: { code, message, file, ...(line === undefined ? {} : { line }) } };
}

/** The fault of a line that could not be read as text. */
export function refuseLine(line: Line, file: string): FaultItem {
  return line.fault === 'line-too-long'
    ? refuse(
        'line-too-long',
        'this line is longer than 10 MB and was skipped: give one record a line',
        file,
        line.number,
      )
    : refuse(
        'bad-encoding',
        'this line is not UTF-8, its record was refused: save the file as UTF-8',
        file,
        line.number,
      );
}
