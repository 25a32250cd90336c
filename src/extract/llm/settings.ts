/** Settings of the extractor `llm`: what may be given, the defaults, and how both become checked settings. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../../model/index.js';

/** As the command line gives them; what is absent is taken from the environment, then from the defaults. */
export interface LlmOptions {
  /** Base address, such as `http://127.0.0.1:11434/v1`; else STEMMA_LLM_URL. */
  readonly url?: string | undefined;
  /** The model's name at the server; else STEMMA_LLM_MODEL. */
  readonly model?: string | undefined;
  /** Requests under way at once. */
  readonly concurrency?: number | undefined;
  /** Prices of a million tokens, read and written. */
  readonly priceIn?: number | undefined;
  readonly priceOut?: number | undefined;
  /** Folder of the answers; else `stemma/llm` in the user's cache folder. */
  readonly cache?: string | undefined;
  /** Seconds after which a request is given up. */
  readonly timeout?: number | undefined;
  /** Milliseconds before the first retry; each further one waits twice as long. For tests. */
  readonly backoffMs?: number | undefined;
}

export const LLM_DEFAULTS = { concurrency: 4, timeout: 120, backoffMs: 1_000 } as const;

export interface LlmSettings {
  /** Without a slash at the end. */
  readonly url: string;
  /** Host and port, for messages. */
  readonly host: string;
  readonly model: string;
  /** Sent as a bearer token, and never written anywhere. */
  readonly key: string | undefined;
  readonly concurrency: number;
  readonly priceIn: number | undefined;
  readonly priceOut: number | undefined;
  readonly cache: string;
  readonly timeoutMs: number;
  readonly backoffMs: number;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
const PositiveSchema = z.number().positive();
const PriceSchema = z.number().nonnegative();
const EXAMPLE = 'http://127.0.0.1:11434/v1 for Ollama, http://127.0.0.1:8080/v1 for llama.cpp';

/** @throws UsageError where the address or the model is missing, or a value makes no sense */
export function resolveSettings(options: LlmOptions, env: NodeJS.ProcessEnv = process.env): LlmSettings {
  const url = checkedUrl(given(options.url) ?? given(env['STEMMA_LLM_URL']));
  const model = given(options.model) ?? given(env['STEMMA_LLM_MODEL']);
  if (model === undefined) {
    throw new UsageError(
      'llm-no-model',
      'the extractor "llm" needs the name of a model: give --llm-model or set STEMMA_LLM_MODEL, for instance qwen3:8b with Ollama',
    );
  }
  const { concurrency = LLM_DEFAULTS.concurrency, timeout = LLM_DEFAULTS.timeout } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw wrongValue('--llm-concurrency', 'a whole number above 0');
  if (!PositiveSchema.safeParse(timeout).success) throw wrongValue('--llm-timeout', 'seconds, above 0');
  for (const [name, price] of [
    ['--llm-price-in', options.priceIn] as const,
    ['--llm-price-out', options.priceOut] as const,
  ]) {
    if (price !== undefined && !PriceSchema.safeParse(price).success) throw wrongValue(name, 'a price of 0 or more');
  }
  return {
    url: url.href.replace(/(?<!\/)\/+$/, ''),
    host: url.host,
    model,
    key: keyFor(url, env),
    concurrency,
    priceIn: options.priceIn,
    priceOut: options.priceOut,
    cache: given(options.cache) ?? join(given(env['XDG_CACHE_HOME']) ?? join(homedir(), '.cache'), 'stemma', 'llm'),
    timeoutMs: timeout * 1_000,
    backoffMs: options.backoffMs ?? LLM_DEFAULTS.backoffMs,
  };
}

/** Whether the server is this machine: then no text leaves it. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.test(url.hostname);
}

function checkedUrl(text: string | undefined): URL {
  if (text === undefined) {
    throw new UsageError(
      'llm-no-url',
      `the extractor "llm" needs the address of a server: give --llm-url or set STEMMA_LLM_URL, for instance ${EXAMPLE}`,
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UsageError('llm-bad-url', `--llm-url must begin with http:// or https://, for instance ${EXAMPLE}`);
  }
  // The text is not quoted: it may hold a password.
  if (url.username !== '' || url.password !== '' || url.search !== '') {
    throw new UsageError(
      'llm-bad-url',
      `--llm-url must hold no user, password or query: the key belongs into STEMMA_LLM_API_KEY (host ${url.host})`,
    );
  }
  url.hash = '';
  url.pathname = url.pathname.replace(/\/chat\/completions\/*$/, '');
  return url;
}

/**
 * The key of OpenAI is the fallback that most servers' manuals suggest; but it is not sent unencrypted to another
 * machine, since the user may have set it for something else.
 */
function keyFor(url: URL, env: NodeJS.ProcessEnv): string | undefined {
  const own = given(env['STEMMA_LLM_API_KEY']);
  if (own !== undefined) return checkedKey('STEMMA_LLM_API_KEY', own);
  const openai = given(env['OPENAI_API_KEY']);
  if (openai === undefined || (url.protocol === 'http:' && !isLoopback(url))) return undefined;
  return checkedKey('OPENAI_API_KEY', openai);
}

/** A key travels in a header: a stray line break would end up in an error of the HTTP client that quotes it. */
function checkedKey(name: string, key: string): string {
  if (/^[!-~]+$/.test(key)) return key;
  throw new UsageError(
    'llm-bad-key',
    `${name} holds characters that no key has: set it again, without quotes or spaces`,
  );
}

/** An environment variable that is set to nothing counts as absent. */
function given(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function wrongValue(option: string, wanted: string): UsageError {
  return new UsageError('llm-bad-value', `${option} must be ${wanted}`);
}
