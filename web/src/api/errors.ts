/** What can go wrong between the page and the server, and what a reader can do about it. */

/** Code of an answer that this page cannot read. */
export const OTHER_VERSION = 'other-version';

/** The server answered, with an error of its own or in a form that this page does not know. */
export class ApiError extends Error {
  readonly code: string;
  /** Where in the text that was sent, counted from 1. */
  readonly place: { readonly line: number; readonly column: number } | undefined;
  constructor(code: string, message: string, place?: { line: number; column: number }) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.place = place;
  }
}

/** Nothing answered. */
export class UnreachableError extends Error {
  constructor(options?: ErrorOptions) {
    super('The Stemma server does not answer. Start it again with “stemma serve”, then try again.', options);
    this.name = 'UnreachableError';
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** One sentence for the reader. */
export function explain(error: unknown): string {
  if (error instanceof ApiError || error instanceof UnreachableError) return error.message;
  return 'Something went wrong on this page. Reload it to go on.';
}

/** Whether the graph has no such node or method (any more): an address may be old. */
export function isUnknownNode(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'unknown-node' || error.code === 'unknown-method');
}

/** An answer in a form that this page does not know. */
export function otherVersion(): ApiError {
  return new ApiError(OTHER_VERSION, 'The server was updated and speaks another version than this page.');
}
