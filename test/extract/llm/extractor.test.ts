/** The extractor against a server that speaks the real protocol. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANSWER_JSON_SCHEMA } from '../../../src/extract/llm/answer.js';
import { MAX_TOKENS } from '../../../src/extract/llm/prompt.js';
import { ExtractionRecordSchema } from '../../../src/model/index.js';
import { type Asked, raw, streamed, whole } from '../../support/llm-server.js';
import { freshFolder } from '../../support/stemma.js';
import { llmPaper } from './answers.js';
import { extractorOf, failureOf, good, KEY, paper, serverOf } from './harness.js';

describe('a request', () => {
  it('is what the chat interface takes, with the key in its header only', async () => {
    const { asked } = await serverOf(streamed(good));
    await extractorOf().extract(paper);
    expect(asked).toHaveLength(1);
    const [{ path, headers, body }] = asked as [Asked];
    expect(path).toBe('/v1/chat/completions');
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    expect(body).toMatchObject({
      model: 'test-model',
      temperature: 0,
      seed: 1,
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: MAX_TOKENS,
      response_format: { type: 'json_schema', json_schema: { strict: true, schema: ANSWER_JSON_SCHEMA } },
      messages: [
        { role: 'system' },
        {
          role: 'user',
          content:
            '[0] FooNet: a method\n[1] We propose FooNet, which extends BarNet.\n[2] FooNet outperforms BarNet on GLUE-X.',
        },
      ],
    });
    expect(JSON.stringify(body)).not.toContain(KEY);
  });

  it('says in its schema what the model may answer, and nothing that servers refuse', () => {
    const text = JSON.stringify(ANSWER_JSON_SCHEMA);
    expect(text).not.toMatch(/\$schema|minimum|maximum|minLength/);
    expect(ANSWER_JSON_SCHEMA).toMatchObject({
      additionalProperties: false,
      required: ['entities', 'relations'],
      properties: { entities: { items: { required: ['name', 'type', 'role', 'surfaces', 'sentence'] } } },
    });
  });
});

describe('an answer', () => {
  it.each([
    ['streamed', streamed(good)],
    ['in one piece, though a stream was asked for', whole(good)],
    [
      'with a byte order mark and comments in the stream',
      raw(
        200,
        { 'content-type': 'text/event-stream' },
        `\uFEFF: hello\r\n\r\ndata: ${JSON.stringify({ choices: [{ delta: { content: good }, finish_reason: 'stop' }] })}\r\n\r\n`,
      ),
    ],
  ])('is read %s', async (_, reply) => {
    const { asked } = await serverOf(reply);
    const record = await extractorOf().extract(paper);
    ExtractionRecordSchema.parse(record);
    expect(record.entities.map(({ name, role }) => [name, role])).toEqual([
      ['FooNet', 'introduces'],
      ['BarNet', 'compares_with'],
      ['GLUE-X', 'evaluates_on'],
    ]);
    expect(record.relations.map(({ type, evidence }) => [type, evidence])).toEqual([
      ['BUILDS_ON', 'which extends BarNet'],
      ['OUTPERFORMS', 'FooNet outperforms BarNet'],
    ]);
    expect(asked).toHaveLength(1);
  });

  it('loses what does not stand in the paper', async () => {
    const { entities, relations } = JSON.parse(good);
    entities.push({ name: 'ImageNet', type: 'Benchmark', role: 'uses', surfaces: ['ImageNet'], sentence: 1 });
    relations.push({ from: 'FooNet', type: 'OUTPERFORMS', to: 'ResNet', kind: null, evidence: 'beats ResNet' });
    relations.push({ from: 'FooNet', type: 'BUILDS_ON', to: 'ImageNet', kind: null, evidence: 'trained on ImageNet' });
    await serverOf(streamed(JSON.stringify({ entities, relations })));
    const record = await extractorOf().extract(paper);
    expect(record.entities).toHaveLength(3);
    expect(record.relations).toHaveLength(2);
  });
});

describe('kept answers', () => {
  it('make a second run free of requests, also through another address', async () => {
    const { asked, url } = await serverOf(streamed(good));
    const cache = freshFolder();
    const record = await extractorOf({ cache }).extract(paper);
    const again = await extractorOf({ cache, url: url.replace('127.0.0.1', 'localhost') }).extract(paper);
    expect(again).toEqual(record);
    expect(asked).toHaveLength(1);
    // The answer alone is kept: one file, nothing half-written, no key.
    const files = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'));
    expect(files).toHaveLength(1);
    expect(readFileSync(join(cache, files[0] as string), 'utf8')).not.toContain(KEY);
  });

  it('are of one model and one text', async () => {
    const { asked } = await serverOf(streamed(good));
    const cache = freshFolder();
    await extractorOf({ cache }).extract(paper);
    await extractorOf({ cache, model: 'other-model' }).extract(paper);
    await extractorOf({ cache }).extract({ ...paper, abstract: `${paper.abstract} More.` });
    await extractorOf({ cache }).extract({ ...paper, authors: ['A. Author'] });
    expect(asked).toHaveLength(3);
  });

  it.each([
    ['empty', () => ''],
    ['half', (text: string) => text.slice(0, text.length / 2)],
    ['of another paper', (text: string) => text.replace(/"key":"../, '"key":"zz')],
    ['without an answer', () => '{"key":"x","model":"m","content":"poem"}'],
    ['no text', () => '\u0000\u0001'],
  ])('that are damaged (%s) are asked for again and written anew', async (_, damage) => {
    const { asked } = await serverOf(streamed(good));
    const cache = freshFolder();
    await extractorOf({ cache }).extract(paper);
    const file = join(
      cache,
      readdirSync(cache, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.json')) ?? '',
    );
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, damage(text));
    expect((await extractorOf({ cache }).extract(paper)).entities).toHaveLength(3);
    expect(asked).toHaveLength(2);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('are not made of what is no answer', async () => {
    await serverOf(streamed('a poem'));
    const cache = freshFolder();
    await failureOf(extractorOf({ cache }));
    expect(readdirSync(cache)).toEqual([]);
  });

  it('end the run where they cannot be written', async () => {
    await serverOf(streamed(good));
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    const error = await failureOf(extractorOf({ cache: file }));
    expect(error).toMatchObject({ code: 'llm-cache', message: expect.stringContaining('--llm-cache') });
    expect(existsSync(file)).toBe(true);
  });
});

describe('an estimate', () => {
  async function* papers(...methods: string[]) {
    for (const method of methods) yield llmPaper(method);
  }

  it('counts what is not known yet, and asks nothing', async () => {
    const { asked, host } = await serverOf(streamed(good));
    const cache = freshFolder();
    const extractor = extractorOf({ cache, priceIn: 2, priceOut: 10 });
    await extractor.extract(paper);
    const {
      server: name,
      requests,
      known,
      tokensIn,
      tokensOut,
      cost,
    } = await extractor.estimate(papers('FooNet', 'BazNet', 'QuxNet'));
    expect({ name, requests, known }).toEqual({ name: `test-model at ${host}`, requests: 2, known: 1 });
    expect(tokensIn).toBeGreaterThan(1_000);
    expect(tokensOut).toBeGreaterThan(20);
    expect(cost).toBeCloseTo((tokensIn * 2 + tokensOut * 10) / 1e6);
    expect(asked).toHaveLength(1);
  });

  it('has no cost without prices', async () => {
    await serverOf(streamed(good));
    expect(await extractorOf().estimate(papers('FooNet'))).not.toHaveProperty('cost');
  });
});
