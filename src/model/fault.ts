/**
 * Faults and errors. A recoverable fault is data: it names the place, the offender and the remedy, is counted and
 * listed, and never stops a run. An error ends the command; its class follows the cause.
 */
import { z } from 'zod';

/** Where a fault was found: a file as the user named it, and a line counted from 1. */
export const FaultSchema = z.object({
  code: z.enum([
    'empty-file',
    'not-text',
    'unknown-format',
    'bad-json',
    'bad-record',
    'no-abstract',
    'line-too-long',
    'bad-encoding',
    'truncated-gzip',
    'gzip-bomb',
    'unreadable',
    'changed',
    'no-paper',
    'no-record',
    'extraction-failed',
  ]),
  message: z.string(),
  file: z.string(),
  line: z.number().int().positive().optional(),
});
export type Fault = z.infer<typeof FaultSchema>;

/** One line for a person: `file:line: message`. */
export function formatFault(fault: Fault): string {
  const place = fault.line === undefined ? fault.file : `${fault.file}:${fault.line}`;
  return `${place}: ${fault.message}`;
}

/** The root of every error that a user should read as one sentence, without a stack trace. */
export class StemmaError extends Error {
  /** A stable word that programs and tests match; the wording of the message is free to change. */
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** @param folder where temporary files go */
export function cannotWriteTemporary(folder: string, cause: unknown): StemmaError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StemmaError(
    'no-temporary-files',
    `cannot write temporary files to ${folder}: ${why}; make room there, or name another folder with TMPDIR`,
    { cause },
  );
}

/** The command line or a setting is wrong: exit status 2. */
export class UsageError extends StemmaError {}

/** The input holds nothing that can be used, or cannot be read: exit status 1. */
export class InputError extends StemmaError {}

/** The graph folder is missing, of another version, or damaged. */
export class GraphError extends StemmaError {}

/** A query cannot be parsed, is not allowed, or ran out of its limits. */
export class QueryError extends StemmaError {
  readonly line: number | undefined;
  readonly column: number | undefined;
  constructor(code: string, message: string, place: { line?: number; column?: number } = {}, options?: ErrorOptions) {
    super(code, message, options);
    this.line = place.line;
    this.column = place.column;
  }
}

/** The database process or server is gone, busy, or refuses. */
export class StoreError extends StemmaError {}

/** One paper cannot be extracted; the others may. The pipeline makes a fault of it, at the paper's place. */
export class ExtractionError extends StemmaError {}

/** A service of others that the run depends on refuses, or is gone: no paper can be read any more. */
export class ServiceError extends StemmaError {}

/** What a person decided cannot be read or applied: the build stops before anything is written. */
export class CurationError extends StemmaError {
  /** Which edit of the list, counted from 0; undefined when the file itself is at fault. */
  readonly edit: number | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  constructor(
    code: string,
    message: string,
    place: { edit?: number | undefined; line?: number; column?: number } = {},
    options?: ErrorOptions,
  ) {
    super(code, message, options);
    this.edit = place.edit;
    this.line = place.line;
    this.column = place.column;
  }
}
