/** What can go wrong with a request, and what to do about it: try again, give up the paper, or end the run. */
import { ServiceError } from '../../model/index.js';
import type { LlmSettings } from './settings.js';

/**
 * - `busy`: the server is overloaded or broken (408, 425, 429, 5xx)
 * - `unreachable`: there is no connection
 * - `cut`: the answer ended before its end
 * - `slow`: the time limit passed
 * - `malformed`: the answer is not what was asked for
 * - `short`: the answer did not fit into the tokens it was allowed
 * - `unsupported`: the server does not understand a part of the request (400, 422)
 * - `paper`: this paper is refused, and would be again
 */
export type FailureKind = 'busy' | 'unreachable' | 'cut' | 'slow' | 'malformed' | 'short' | 'unsupported' | 'paper';

/** How often a request is sent at most where it fails in this way. */
export const TRIES: Readonly<Record<FailureKind, number>> = {
  busy: 5,
  unreachable: 5,
  cut: 5,
  slow: 2,
  malformed: 2,
  short: 2,
  unsupported: 1,
  paper: 1,
};

export class RequestFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    /** What happened, and after a semicolon the remedy where there is one. */
    message: string,
    /** Milliseconds that the server asks to wait. */
    readonly waitMs: number | undefined = undefined,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const LONGEST_QUOTE = 200;

/** What the server says, for a message: one short line, without the key, should the server repeat it. */
export function quoteServer(said: string, key: string | undefined): string {
  const line = said.replace(/\s+/g, ' ').trim();
  const safe = key === undefined ? line : line.split(key).join('[key]');
  return safe.length > LONGEST_QUOTE ? `${safe.slice(0, LONGEST_QUOTE)}…` : safe;
}

/**
 * The failure that a status stands for.
 * @param said what the server says, quoted safely
 * @param code the server's word for it, such as `insufficient_quota`
 */
export function failureOf(
  settings: LlmSettings,
  status: number,
  said: string,
  code: string | undefined,
  waitMs: number | undefined,
): RequestFailure | ServiceError {
  const { host, model, key, url } = settings;
  const saying = said === '' ? `${status}` : `${status}: ${said}`;
  // What the server says to a refused key is not repeated: some quote a part of the key.
  if (status === 401 || status === 403) {
    const remedy =
      key === undefined
        ? 'it wants a key: set STEMMA_LLM_API_KEY'
        : 'the key is not accepted: set STEMMA_LLM_API_KEY (or OPENAI_API_KEY) to one that is valid there and may use the model';
    return new ServiceError('llm-refused', `${host} refuses the request (${status}); ${remedy}`);
  }
  if (status === 402 || code === 'insufficient_quota') {
    return new ServiceError('llm-credit', `${host} wants payment (${saying}); add credit there, then run it again`);
  }
  if (status === 404) {
    return new ServiceError(
      'llm-not-found',
      `${url}/chat/completions or the model "${model}" is not there (${saying}); check --llm-url, which usually ends in /v1, and --llm-model (with Ollama: ollama pull ${model})`,
    );
  }
  if (status >= 300 && status < 400) {
    return new ServiceError('llm-moved', `${host} sends elsewhere (${status}); give the final address with --llm-url`);
  }
  if (status === 400 || status === 422)
    return new RequestFailure('unsupported', `${host} refuses the request (${saying})`);
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    return new RequestFailure('busy', `${host} does not answer (${saying}); run it again later`, waitMs);
  }
  return new RequestFailure('paper', `${host} refuses this paper (${saying})`);
}
