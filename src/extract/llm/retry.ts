/**
 * Trying again: exponential back-off whose jitter comes from the content, so that nothing here is random, and a pause
 * for all requests where the server asks for one.
 */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../../model/index.js';
import { RequestFailure, TRIES } from './failure.js';

const LONGEST_BACKOFF_MS = 30_000;
/** A server that asks for a longer pause is not waited for: what is known so far is kept, and the run can be repeated. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * Milliseconds that `Retry-After` asks for: seconds, or a date, which is compared with the server's own clock.
 * Undefined where it is absent or makes no sense.
 */
export function retryAfterMs(retryAfter: string | null, date: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(retryAfter)) return Number(retryAfter) * 1_000;
  // Without letters it is no date, though Date.parse makes one even of "-5".
  const until = /[a-z]/i.test(retryAfter) ? Date.parse(retryAfter) : Number.NaN;
  if (Number.isNaN(until)) return undefined;
  const sent = Date.parse(date ?? '');
  return Math.max(0, until - (Number.isNaN(sent) ? Date.now() : sent));
}

/** Before the second try between one half and the whole of `baseMs`, before each further one twice as long. */
export function backoffMs(key: string, tried: number, baseMs: number): number {
  const share = createHash('sha256').update(`${key}:${tried}`).digest().readUInt32BE(0) / 2 ** 32;
  return Math.min(LONGEST_BACKOFF_MS, baseMs * 2 ** (tried - 1)) * (0.5 + share / 2);
}

/** Holds all requests back until the server's pause is over. */
export class Pause {
  #until = 0;

  hold(ms: number): void {
    this.#until = Math.max(this.#until, performance.now() + ms);
  }

  async over(signal: AbortSignal): Promise<void> {
    for (let left = this.#until - performance.now(); left > 0; left = this.#until - performance.now()) {
      await sleep(Math.ceil(left), undefined, { signal });
    }
  }
}

export interface RetryOptions {
  /** Spreads the waiting times; the hash of the content. */
  readonly key: string;
  readonly baseMs: number;
  readonly pause: Pause;
  readonly signal: AbortSignal;
}

/**
 * Calls until it succeeds or has failed in one way as often as that way allows.
 * @param attempt is told the failure before, if there was one
 * @throws RequestFailure the last one; ServiceError where the server asks for too long a pause
 */
export async function withRetries<T>(
  options: RetryOptions,
  attempt: (before: RequestFailure | undefined) => Promise<T>,
): Promise<T> {
  const { key, baseMs, pause, signal } = options;
  const failed = new Map<string, number>();
  let before: RequestFailure | undefined;
  for (let tried = 1; ; tried++) {
    await pause.over(signal);
    try {
      return await attempt(before);
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      const times = (failed.get(error.kind) ?? 0) + 1;
      failed.set(error.kind, times);
      if (times >= TRIES[error.kind]) throw error;
      before = error;
      if (error.waitMs !== undefined) {
        if (error.waitMs > LONGEST_PAUSE_MS) {
          const minutes = Math.ceil(error.waitMs / 60_000);
          throw new ServiceError('llm-pause', `${error.message}; it asks to wait for ${minutes} minutes`);
        }
        pause.hold(error.waitMs);
      }
      // Nothing was wrong with the server: the next request may follow at once.
      if (error.kind !== 'malformed' && error.kind !== 'short') {
        await sleep(backoffMs(key, tried, baseMs), undefined, { signal });
      }
    }
  }
}
