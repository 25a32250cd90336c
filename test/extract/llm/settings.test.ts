import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../../src/extract/index.js';
import { RequestFailure } from '../../../src/extract/llm/failure.js';
import { backoffMs, Pause, retryAfterMs, withRetries } from '../../../src/extract/llm/retry.js';
import { type LlmOptions, resolveSettings } from '../../../src/extract/llm/settings.js';
import { UsageError } from '../../../src/model/index.js';

const url = 'http://127.0.0.1:11434/v1';
const base = { url, model: 'm' };

describe('settings', () => {
  it('come from the options, then the environment, then the defaults', () => {
    const env = {
      STEMMA_LLM_URL: 'https://a.example/v1',
      STEMMA_LLM_MODEL: 'env',
      XDG_CACHE_HOME: '/c',
      STEMMA_LLM_API_KEY: 'k',
    };
    expect(resolveSettings({ model: 'option' }, env)).toMatchObject({
      url: 'https://a.example/v1',
      host: 'a.example',
      model: 'option',
      key: 'k',
      concurrency: 4,
      timeoutMs: 120_000,
      cache: '/c/stemma/llm',
    });
  });

  it.each([
    [`${url}/`, url],
    [`${url}/chat/completions`, url],
    ['https://a.example', 'https://a.example'],
  ])('take the address %s', (given, taken) => {
    expect(resolveSettings({ ...base, url: given }, {}).url).toBe(taken);
  });

  it.each([
    ['its own key anywhere', 'http://lab.example/v1', { STEMMA_LLM_API_KEY: 'own', OPENAI_API_KEY: 'openai' }, 'own'],
    ['the other key where it is encrypted', 'https://lab.example/v1', { OPENAI_API_KEY: 'openai' }, 'openai'],
    ['the other key on this machine', url, { OPENAI_API_KEY: 'openai' }, 'openai'],
    ['no other key unencrypted to another machine', 'http://lab.example/v1', { OPENAI_API_KEY: 'openai' }, undefined],
    ['no key that is empty', url, { STEMMA_LLM_API_KEY: '', OPENAI_API_KEY: ' ' }, undefined],
  ])('send %s', (_, to, env, key) => {
    expect(resolveSettings({ ...base, url: to }, env).key).toBe(key);
  });

  it.each([
    ['no address', { model: 'm' }, {}, 'llm-no-url', /--llm-url.*STEMMA_LLM_URL.*127\.0\.0\.1:11434\/v1/],
    ['no model', { url }, {}, 'llm-no-model', /--llm-model.*STEMMA_LLM_MODEL/],
    ['an address without http', { ...base, url: 'localhost:11434' }, {}, 'llm-bad-url', /http:\/\//],
    ['an address that is none', { ...base, url: 'ollama' }, {}, 'llm-bad-url', /http:\/\//],
    [
      'a password in the address',
      { ...base, url: 'https://u:geheim@a.example/v1' },
      {},
      'llm-bad-url',
      /STEMMA_LLM_API_KEY/,
    ],
    [
      'a key in the address',
      { ...base, url: 'https://a.example/v1?key=geheim' },
      {},
      'llm-bad-url',
      /STEMMA_LLM_API_KEY/,
    ],
    ['a key with a line break', base, { STEMMA_LLM_API_KEY: 'geheim\nX: y' }, 'llm-bad-key', /STEMMA_LLM_API_KEY/],
    ['half a request at once', { ...base, concurrency: 0.5 }, {}, 'llm-bad-value', /--llm-concurrency/],
    ['no time', { ...base, timeout: 0 }, {}, 'llm-bad-value', /--llm-timeout/],
    ['a negative price', { ...base, priceOut: -1 }, {}, 'llm-bad-value', /--llm-price-out/],
  ] as [string, LlmOptions, NodeJS.ProcessEnv, string, RegExp][])('refuse %s', (_, options, env, code, message) => {
    const resolve = () => resolveSettings(options, env);
    expect(resolve).toThrow(UsageError);
    expect(resolve).toThrow(message);
    expect(resolve).toThrow(expect.objectContaining({ code }));
    expect(resolve).not.toThrow(/geheim/);
  });

  it('make an extractor that is told apart by its model', async () => {
    const [one, other] = await Promise.all(
      ['a', 'b'].map((model) => createExtractor('llm', { llm: { ...base, model, concurrency: 7 } })),
    );
    expect(one).toMatchObject({ name: 'llm', concurrency: 7 });
    expect(one?.version).not.toBe(other?.version);
    await Promise.all([one?.close(), other?.close()]);
  });
});

describe('waiting', () => {
  const date = 'Fri, 21 Nov 2025 10:00:00 GMT';
  it.each([
    ['7', date, 7_000],
    ['0', null, 0],
    ['Fri, 21 Nov 2025 10:00:30 GMT', date, 30_000],
    ['Fri, 21 Nov 2025 09:00:00 GMT', date, 0],
    ['Fri, 21 Nov 2025 09:00:00 GMT', null, 0],
    ['soon', date, undefined],
    ['-5', date, undefined],
    [null, date, undefined],
  ])('Retry-After %s at %s is %s ms', (header, at, ms) => {
    expect(retryAfterMs(header, at)).toBe(ms);
  });

  it('grows, is bounded, is spread by the content, and is the same each time', () => {
    const waits = [1, 2, 3, 4, 9].map((tried) => backoffMs('key', tried, 1_000));
    expect(waits).toEqual([1, 2, 3, 4, 9].map((tried) => backoffMs('key', tried, 1_000)));
    for (const [i, most] of [1_000, 2_000, 4_000, 8_000, 30_000].entries()) {
      expect(waits[i]).toBeGreaterThanOrEqual(most / 2);
      expect(waits[i]).toBeLessThanOrEqual(most);
    }
    expect(backoffMs('other', 1, 1_000)).not.toBe(waits[0]);
  });

  it('holds all requests back for as long as the server asks one to', async () => {
    const [pause, { signal }] = [new Pause(), new AbortController()];
    let refused = 0;
    const called: number[] = [];
    const first = withRetries({ key: 'a', baseMs: 1, pause, signal }, async (before) => {
      if (before !== undefined) return called.push(performance.now());
      refused = performance.now();
      throw new RequestFailure('busy', 'slow down', 300);
    });
    // The refusal has been taken note of when what was waiting behind it is called.
    await new Promise((resolve) => setImmediate(resolve));
    await withRetries({ key: 'b', baseMs: 1, pause, signal }, async () => called.push(performance.now()));
    await first;
    expect(called).toHaveLength(2);
    for (const at of called) expect(at - refused).toBeGreaterThanOrEqual(300);
  });

  it('ends at once where the run has ended', async () => {
    const ended = new AbortController();
    const pause = new Pause();
    pause.hold(3_600_000);
    const waiting = withRetries({ key: 'a', baseMs: 1, pause, signal: ended.signal }, async () => 1);
    ended.abort(new Error('over'));
    await expect(waiting).rejects.toThrow();
  });
});
