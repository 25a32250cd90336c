/** The extractor against a server with the faults of real ones: what is tried again, given up, or ends the run. */
import { describe, expect, it } from 'vitest';
import { MAX_TOKENS, RAISED_MAX_TOKENS } from '../../../src/extract/llm/prompt.js';
import { ExtractionError, ServiceError } from '../../../src/model/index.js';
import { type Asked, cut, hang, type Reply, raw, refuse, startLlmServer, streamed } from '../../support/llm-server.js';
import { goodAnswer, llmPaper } from './answers.js';
import { extractorOf, failureOf, good, KEY, paper, serve, serverOf } from './harness.js';

describe('a fault that passes', () => {
  it.each([
    ['429 with a pause in seconds', [refuse(429, 'slow down', { 'retry-after': '0.05' })], 2],
    ['429 with a pause until a date', [refuse(429, 'slow down', { 'retry-after': new Date(0).toUTCString() })], 2],
    ['429 with a pause that makes no sense', [refuse(429, 'slow down', { 'retry-after': 'soon' })], 2],
    ['500', [refuse(500, 'out of order')], 2],
    ['503 as a page', [raw(503, { 'content-type': 'text/html' }, '<h1>Busy</h1>')], 2],
    ['408', [refuse(408, 'too slow')], 2],
    ['four times 502', Array.from({ length: 4 }, () => refuse(502, 'bad gateway')), 5],
    ['a stream whose connection breaks', [cut(good, 'broken')], 2],
    ['a stream that ends too early', [cut(good, 'ended')], 2],
    ['a body shorter than announced', [cut(good, 'short-body')], 2],
    ['a connection closed without a word', [((response) => response.destroy()) as Reply], 2],
    [
      'an error inside the stream',
      [raw(200, { 'content-type': 'text/event-stream' }, 'data: {"error":{"message":"overloaded"}}\n\n')],
      2,
    ],
    ['an event that is half', [raw(200, { 'content-type': 'text/event-stream' }, 'data: {"choices":[{"del\n\n')], 2],
    ['words instead of JSON', [streamed('Sorry, here is a poem.')], 2],
    ['half of the JSON, said to be all', [streamed(good.slice(0, 50))], 2],
    ['a time limit that passed', [hang], 2],
  ] as [string, Reply[], number][])('%s is tried again', async (_, faults, requests) => {
    const { asked } = await serverOf(...faults, streamed(good));
    const record = await extractorOf({ timeout: faults.includes(hang) ? 0.5 : 20 }).extract(paper);
    expect(record.entities).toHaveLength(3);
    expect(asked).toHaveLength(requests);
    expect(new Set(asked.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('an answer that does not fit is asked for with more tokens, once', async () => {
    const { asked } = await serverOf(streamed(good.slice(0, 99), 'length'), streamed(good));
    await extractorOf().extract(paper);
    expect(asked.map(({ body }) => body['max_tokens'])).toEqual([MAX_TOKENS, RAISED_MAX_TOKENS]);
  });
});

describe('a server that understands less', () => {
  it('is asked with ever simpler words, and remembered', async () => {
    const server = await serve(({ body, paper: text }) => {
      const format = (body['response_format'] as { type: string } | undefined)?.type;
      if (format !== undefined) return refuse(400, `response_format ${format} is not supported`);
      return streamed(`\`\`\`json\n${goodAnswer(/FooNet/.test(text) ? 'FooNet' : 'BazNet')}\n\`\`\``);
    });
    const extractor = extractorOf();
    expect((await extractor.extract(paper)).entities).toHaveLength(3);
    expect((await extractor.extract(llmPaper('BazNet'))).entities).toHaveLength(3);
    const formats = server.asked.map(({ body }) => (body['response_format'] as { type: string } | undefined)?.type);
    expect(formats).toEqual(['json_schema', 'json_object', undefined, undefined]);
  });

  it.each([
    [
      'the newer name of the limit',
      'max_tokens',
      "Unsupported parameter: 'max_tokens', use 'max_completion_tokens'",
      { max_completion_tokens: MAX_TOKENS },
    ],
    ['no temperature', 'temperature', 'temperature does not support 0 with this model', {}],
    ['no seed', 'seed', 'seed: extra inputs are not permitted', {}],
    ['no usage in the stream', 'stream_options', 'Unrecognized request argument supplied: stream_options', {}],
  ])('gets %s', async (_, refused, message, instead) => {
    const server = await serve(({ body }) => (refused in body ? refuse(400, message) : streamed(good)));
    await extractorOf().extract(paper);
    const { body } = server.asked.at(-1) as Asked;
    expect(server.asked).toHaveLength(2);
    expect(body).not.toHaveProperty(refused);
    expect(body).toMatchObject({ response_format: { type: 'json_schema' }, ...instead });
  });

  it('is not asked more simply where the paper is too long', async () => {
    const { asked } = await serverOf(refuse(400, 'This model has a maximum context length of 2048 tokens'));
    const error = await failureOf(extractorOf());
    expect(error).toBeInstanceOf(ExtractionError);
    expect(error.message).toContain('maximum context length');
    expect(asked).toHaveLength(1);
  });
});

describe('a fault that stays', () => {
  it.each([
    ['500', refuse(500, 'out of order'), 5, /out of order.*run it again/],
    ['a cut stream', cut(good, 'ended'), 5, /broke off the answer/],
    ['words instead of JSON', streamed('I would rather not.'), 2, /did not answer with the JSON.*another model/],
    ['an answer without end', streamed(good, 'length'), 2, /did not fit into 16384 tokens; give/],
    ['a filter', streamed('', 'content_filter'), 1, /declines to read this paper/],
    ['a refusal', refuse(413, 'too large'), 1, /refuses this paper \(413: too large\)/],
    ['silence', hang, 2, /no whole answer within 0.3 s; raise --llm-timeout/],
  ] as [string, Reply, number, RegExp][])('%s is the fault of the paper', async (_, reply, requests, message) => {
    const { asked } = await serverOf(reply);
    const extractor = extractorOf({ timeout: reply === hang ? 0.3 : 20 });
    const error = await failureOf(extractor);
    expect(error).toBeInstanceOf(ExtractionError);
    expect(error.message).toMatch(message);
    expect(asked).toHaveLength(requests);
  });

  it.each([
    [
      '401',
      refuse(401, `Incorrect API key provided: ${KEY}`),
      'llm-refused',
      /key is not accepted: set STEMMA_LLM_API_KEY/,
    ],
    ['403', refuse(403, 'forbidden'), 'llm-refused', /refuses the request \(403\)/],
    [
      '404',
      refuse(404, 'model "test-model" not found'),
      'llm-not-found',
      /--llm-url.*--llm-model.*ollama pull test-model/,
    ],
    ['402', refuse(402, 'Insufficient Balance'), 'llm-credit', /add credit/],
    [
      '429 without credit',
      refuse(429, 'You exceeded your quota', {}, 'insufficient_quota'),
      'llm-credit',
      /add credit/,
    ],
    [
      '429 with a pause of an hour',
      refuse(429, 'enough for today', { 'retry-after': '3600' }),
      'llm-pause',
      /wait for 60 minutes/,
    ],
    ['a redirect', raw(307, { location: 'http://127.0.0.1:1/' }, ''), 'llm-moved', /final address/],
  ] as [string, Reply, string, RegExp][])('%s ends the run at once', async (_, reply, code, message) => {
    const { asked } = await serverOf(reply);
    const extractor = extractorOf();
    const error = await failureOf(extractor);
    expect(error).toBeInstanceOf(ServiceError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(error.message).not.toContain(KEY);
    expect(asked).toHaveLength(1);
    // Whatever comes next is not even sent.
    expect(await failureOf(extractor, llmPaper('BazNet'))).toBe(error);
    expect(asked).toHaveLength(1);
  });

  it('says that a key is wanted where there is none', async () => {
    const server = await serverOf(refuse(401, 'no key'));
    const extractor = extractorOf({}, server.url, {});
    expect((await failureOf(extractor)).message).toContain('it wants a key: set STEMMA_LLM_API_KEY');
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
  });

  it('ends what is under way as well', async () => {
    const server = await serve(({ paper: text }) => (/FooNet/.test(text) ? refuse(401, 'no') : hang));
    const extractor = extractorOf({ timeout: 1_000 });
    const hanging = failureOf(extractor, llmPaper('BazNet'));
    while (server.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const error = await failureOf(extractor);
    expect(await hanging).toBe(error);
  });

  it('ends the run where no server listens', async () => {
    const { url, stop } = await startLlmServer(() => hang);
    await stop();
    const error = await failureOf(extractorOf({}, url));
    expect(error).toMatchObject({ code: 'llm-unreachable' });
    expect(error.message).toMatch(/ECONNREFUSED.*check that it runs/);
  });

  it('ends the run where many papers fail one after the other', async () => {
    const { asked } = await serverOf(refuse(413, 'too large'));
    const extractor = extractorOf();
    const errors: Error[] = [];
    for (let i = 0; i < 12; i++) errors.push(await failureOf(extractor, llmPaper(`Foo${i}Net`)));
    expect(errors.slice(0, 9).every((error) => error instanceof ExtractionError)).toBe(true);
    expect(errors[9]).toMatchObject({ code: 'llm-failing', message: expect.stringContaining('413: too large') });
    expect(errors[11]).toBe(errors[9]);
    expect(asked).toHaveLength(10);
  });

  it('does not repeat a key that the server repeats', async () => {
    await serverOf(refuse(413, `the key ${KEY} may not send so much`));
    const error = await failureOf(extractorOf());
    expect(error.message).toContain('the key [key] may not');
    expect(error.message).not.toContain(KEY);
  });
});
