/** One request to a server that speaks the OpenAI chat interface. What goes wrong comes out as a RequestFailure. */
import { Agent, fetch, type Response } from 'undici';
import { ServiceError } from '../../model/index.js';
import {
  BadCompletion,
  type Completion,
  type ServerError,
  StreamedCompletion,
  serverError,
  wholeCompletion,
} from './completion.js';
import { bodyIn, type Dialect, FULL_DIALECT, simpler } from './dialect.js';
import { failureOf, quoteServer, RequestFailure } from './failure.js';
import { retryAfterMs } from './retry.js';
import type { LlmSettings } from './settings.js';

/** Longer than any answer that was asked for: a server that goes on and on is not read on and on. */
const LONGEST_ANSWER = 1 << 20;

export interface Message {
  readonly role: 'system' | 'user';
  readonly content: string;
}

export class ChatClient {
  readonly #settings: LlmSettings;
  /** The time limit is ours, of the whole request; undici's own five minutes for the first byte do not apply. */
  readonly #agent: Agent;
  #dialect: Dialect = FULL_DIALECT;

  constructor(settings: LlmSettings) {
    this.#settings = settings;
    this.#agent = new Agent({
      headersTimeout: 0,
      bodyTimeout: 0,
      connectTimeout: Math.min(settings.timeoutMs, 30_000),
    });
  }

  /**
   * Asks once; asks again at once only where the server does not understand a part of the request and a simpler one is
   * left to try.
   * @throws RequestFailure, or ServiceError where no further request makes sense
   */
  async complete(messages: readonly Message[], maxTokens: number, signal: AbortSignal): Promise<Completion> {
    for (;;) {
      const dialect = this.#dialect;
      try {
        return await this.#ask(dialect, messages, maxTokens, signal);
      } catch (error) {
        if (!(error instanceof RequestFailure) || error.kind !== 'unsupported') throw error;
        // Another request may have been refused meanwhile, and the next dialect be in use already.
        if (this.#dialect === dialect) {
          const next = simpler(dialect, error.message);
          if (next === undefined) throw error;
          this.#dialect = next;
        }
      }
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #ask(
    dialect: Dialect,
    messages: readonly Message[],
    maxTokens: number,
    signal: AbortSignal,
  ): Promise<Completion> {
    const { url, host, model, key, timeoutMs } = this.#settings;
    const limit = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(`${url}/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'text/event-stream, application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify({ ...bodyIn(dialect, model, maxTokens), messages }),
        // The text and the key go to the server that was named, and to no other.
        redirect: 'manual',
        dispatcher: this.#agent,
        signal: AbortSignal.any([signal, limit]),
      });
      if (!response.ok) throw await this.#refused(response);
      return await readCompletion(response);
    } catch (error) {
      if (error instanceof RequestFailure || error instanceof ServiceError) throw error;
      if (signal.aborted) throw signal.reason;
      if (limit.aborted) {
        const seconds = timeoutMs / 1_000;
        throw new RequestFailure(
          'slow',
          `${host} gave no whole answer within ${seconds} s; raise --llm-timeout, or lower --llm-concurrency where the server reads one paper at a time`,
        );
      }
      if (error instanceof BadCompletion) throw this.#bad(error);
      throw this.#unreachable(error);
    }
  }

  async #refused(response: Response): Promise<RequestFailure | ServiceError> {
    const body = await response.text().catch(() => '');
    const error: ServerError = serverError(body) ?? { message: body };
    // The parameter that the server names decides on the next dialect: it comes first, before the text is cut.
    const said = quoteServer([error.param, error.message].filter(Boolean).join(': '), this.#settings.key);
    const code = [error.code, error.type].find((word) => word === 'insufficient_quota');
    const wait = retryAfterMs(response.headers.get('retry-after'), response.headers.get('date'));
    return failureOf(this.#settings, response.status, said, code as string | undefined, wait);
  }

  #bad({ kind, message }: BadCompletion): RequestFailure {
    const { host, model, key } = this.#settings;
    const said = quoteServer(message, key);
    if (kind === 'error')
      return new RequestFailure('busy', `${host} broke off with an error: ${said}; run it again later`);
    if (kind === 'cut') return new RequestFailure('cut', `${host} broke off the answer (${said}); run it again later`);
    return new RequestFailure(
      'malformed',
      `${said}; check that ${host} speaks the OpenAI chat interface with "${model}"`,
    );
  }

  #unreachable(error: unknown): RequestFailure {
    const { host } = this.#settings;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    const reason = code !== '' ? code : cause instanceof Error ? cause.name : 'no connection';
    const kind = /^(?:UND_ERR_SOCKET|ECONNRESET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|EPIPE)$/.test(code)
      ? 'cut'
      : 'unreachable';
    return new RequestFailure(
      kind,
      `${host} cannot be reached (${reason}); check that it runs and that --llm-url is right`,
    );
  }
}

/** Servers that do not stream answer with one JSON object: the type of the content decides. */
async function readCompletion(response: Response): Promise<Completion> {
  const streamed = response.headers.get('content-type')?.includes('event-stream')
    ? new StreamedCompletion()
    : undefined;
  const decoder = new TextDecoder();
  let whole = '';
  for await (const chunk of response.body ?? []) {
    const text = decoder.decode(chunk as Uint8Array, { stream: true });
    if (streamed === undefined) whole += text;
    else streamed.feed(text);
    if (streamed?.done) break;
    if ((streamed?.length ?? whole.length) > LONGEST_ANSWER)
      throw new BadCompletion('malformed', 'the answer has no end');
  }
  return streamed === undefined ? wholeCompletion(whole) : streamed.end();
}
