/** What the tests of the extractor `llm` share: a server with given replies, and extractors that are ended afterwards. */
import { afterEach } from 'vitest';
import { LlmExtractor } from '../../../src/extract/llm/extractor.js';
import { type LlmOptions, resolveSettings } from '../../../src/extract/llm/settings.js';
import { type Asked, type LlmServer, type Reply, startLlmServer } from '../../support/llm-server.js';
import { freshFolder } from '../../support/stemma.js';
import { goodAnswer, llmPaper } from './answers.js';

export const KEY = 'sk-test-0123456789';
export const good = goodAnswer('FooNet');
export const paper = llmPaper('FooNet');

let server: LlmServer | undefined;
const extractors: LlmExtractor[] = [];
afterEach(async () => {
  for (const extractor of extractors.splice(0)) await extractor.close();
  await server?.stop();
  server = undefined;
});

export function extractorOf(
  options: LlmOptions = {},
  url = server?.url,
  env: NodeJS.ProcessEnv = { STEMMA_LLM_API_KEY: KEY },
): LlmExtractor {
  const settings = resolveSettings(
    { url, model: 'test-model', cache: freshFolder(), timeout: 20, backoffMs: 1, ...options },
    env,
  );
  const extractor = new LlmExtractor(settings);
  extractors.push(extractor);
  return extractor;
}

/** A server that decides on each request; ended after the test. */
export async function serve(answer: (asked: Asked) => Reply): Promise<LlmServer> {
  server = await startLlmServer(answer);
  return server;
}

/** A server that gives these replies one after the other, and the last one ever after. */
export async function serverOf(...replies: Reply[]): Promise<LlmServer> {
  return serve(({ time }) => replies[Math.min(time, replies.length) - 1] as Reply);
}

export async function failureOf(extractor: LlmExtractor, of = paper): Promise<Error> {
  return Promise.resolve(extractor.extract(of)).then(
    () => new Error('it was extracted'),
    (error: Error) => error,
  );
}
