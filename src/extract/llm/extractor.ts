/** The extractor `llm`: asks a language model server for each paper, and believes only what stands in the text. */
import { ExtractionError, type ExtractionRecord, type Paper, paperText, ServiceError } from '../../model/index.js';
import type { Estimate, Extractor } from '../extractor.js';
import { type Answer, readAnswer } from './answer.js';
import { AnswerCache, answerKey } from './cache.js';
import { ChatClient } from './client.js';
import { type Document, toDocument } from './document.js';
import { RequestFailure } from './failure.js';
import { estimateTokens, INSTRUCTIONS, MAX_TOKENS, PROMPT_VERSION, paperPrompt, RAISED_MAX_TOKENS } from './prompt.js';
import { Pause, withRetries } from './retry.js';
import type { LlmSettings } from './settings.js';
import { toRecord } from './to-record.js';

/** Papers that may fail one after the other before the server is taken to be gone. */
const MOST_FAILURES_IN_A_ROW = 10;

export class LlmExtractor implements Extractor {
  readonly name = 'llm';
  readonly version: string;
  readonly concurrency: number;
  readonly #settings: LlmSettings;
  readonly #client: ChatClient;
  readonly #cache: AnswerCache;
  readonly #pause = new Pause();
  /** Aborted with the error that ends the run: then no request that is under way is waited for. */
  readonly #ended = new AbortController();
  #failuresInARow = 0;
  /** The server has said something, if only that it is busy. */
  #heard = false;

  constructor(settings: LlmSettings) {
    this.#settings = settings;
    this.#client = new ChatClient(settings);
    this.#cache = new AnswerCache(settings.cache);
    this.version = `${PROMPT_VERSION}:${settings.model}`;
    this.concurrency = settings.concurrency;
  }

  async estimate(papers: AsyncIterable<Paper>): Promise<Estimate> {
    const { host, model, priceIn, priceOut } = this.#settings;
    const sum = { requests: 0, known: 0, tokensIn: 0, tokensOut: 0 };
    for await (const paper of papers) {
      const text = paperText(paper);
      if ((await this.#cache.find(answerKey(model, text))) !== undefined) {
        sum.known++;
        continue;
      }
      const { tokensIn, tokensOut } = estimateTokens(text);
      sum.requests++;
      sum.tokensIn += tokensIn;
      sum.tokensOut += tokensOut;
    }
    const cost = (sum.tokensIn * (priceIn ?? 0) + sum.tokensOut * (priceOut ?? 0)) / 1e6;
    const priced = priceIn !== undefined || priceOut !== undefined;
    return { server: `${model} at ${host}`, ...sum, ...(priced ? { cost } : {}) };
  }

  /**
   * @throws ExtractionError where the server has no usable answer to this paper
   * @throws ServiceError where it has none to any: the run is over
   */
  async extract(paper: Paper): Promise<ExtractionRecord> {
    const text = paperText(paper);
    const document = toDocument(text);
    const key = answerKey(this.#settings.model, text);
    const known = await this.#cache.find(key);
    return toRecord(paper, document, known ?? (await this.#ask(document, key)));
  }

  async close(): Promise<void> {
    this.#ended.abort(new ServiceError('llm-closed', 'the extractor is closed'));
    await this.#client.close();
  }

  async #ask(document: Document, key: string): Promise<Answer> {
    const { signal } = this.#ended;
    try {
      signal.throwIfAborted();
      const answer = await withRetries(
        { key, baseMs: this.#settings.backoffMs, pause: this.#pause, signal },
        this.#attempts(document, key),
      );
      this.#failuresInARow = 0;
      this.#heard = true;
      return answer;
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const raised = error instanceof RequestFailure ? this.#givenUp(error) : error;
      if (!(raised instanceof ExtractionError)) this.#ended.abort(raised);
      throw raised;
    }
  }

  #attempts(document: Document, key: string): (before: RequestFailure | undefined) => Promise<Answer> {
    const messages = [
      { role: 'system', content: INSTRUCTIONS },
      { role: 'user', content: paperPrompt(document.text, document.sentences) },
    ] as const;
    let maxTokens = MAX_TOKENS;
    return async (before) => {
      if (before?.kind === 'short') maxTokens = RAISED_MAX_TOKENS;
      const { content, finish, refusal } = await this.#client.complete(messages, maxTokens, this.#ended.signal);
      const { host, model } = this.#settings;
      if (finish === 'length') {
        throw new RequestFailure(
          'short',
          `the answer of "${model}" did not fit into ${maxTokens} tokens; give the server a longer context, or take a model that does not think aloud`,
        );
      }
      if (finish === 'content_filter' || refusal !== undefined) {
        throw new RequestFailure('paper', `"${model}" at ${host} declines to read this paper; try another model`);
      }
      const answer = readAnswer(content);
      if (answer === undefined) {
        throw new RequestFailure(
          'malformed',
          `"${model}" did not answer with the JSON that was asked for; try another model`,
        );
      }
      await this.#cache.keep(key, model, content);
      return answer;
    };
  }

  /** One paper that fails is a fault of its own; a server that never answers, or many in a row, end the run. */
  #givenUp(failure: RequestFailure): ExtractionError | ServiceError {
    if (failure.kind !== 'unreachable') this.#heard = true;
    else if (!this.#heard) return new ServiceError('llm-unreachable', failure.message, { cause: failure });
    if (++this.#failuresInARow < MOST_FAILURES_IN_A_ROW) {
      return new ExtractionError('extraction-failed', failure.message, { cause: failure });
    }
    return new ServiceError(
      'llm-failing',
      `${MOST_FAILURES_IN_A_ROW} papers failed one after the other, the last because ${failure.message}. What was answered is kept: the next run goes on from there`,
    );
  }
}
