/** A server for the tests that speaks the OpenAI chat interface on a free loopback port, with the faults of real ones. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const BodySchema = z.looseObject({
  model: z.string(),
  stream: z.boolean(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

export interface Asked {
  path: string;
  headers: IncomingHttpHeaders;
  body: z.infer<typeof BodySchema>;
  /** The paper as it was sent. */
  paper: string;
  /** How often this paper was asked for, this time included. */
  time: number;
}

export type Reply = (response: ServerResponse) => void;

export interface LlmServer {
  url: string;
  host: string;
  asked: Asked[];
  /** The most requests that were under way at once. */
  most(): number;
  stop(): Promise<void>;
}

const USAGE = { prompt_tokens: 1_200, completion_tokens: 300, total_tokens: 1_500 };
const chunk = (fields: Record<string, unknown>) =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'm', ...fields })}\n\n`;
const delta = (content: string) => chunk({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const pieces = (text: string) => text.match(/[\s\S]{1,7}/g) ?? [];

function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(chunk({ choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] }));
}

/** The answer in small pieces, as servers stream it: the reason to finish, the usage, and the end. */
export function streamed(content: string, finish = 'stop'): Reply {
  return (response) => {
    openStream(response);
    for (const piece of pieces(content)) response.write(delta(piece));
    response.write(chunk({ choices: [{ index: 0, delta: {}, finish_reason: finish }] }));
    response.write(chunk({ choices: [], usage: USAGE }));
    response.end('data: [DONE]\n\n');
  };
}

/** One JSON object, as servers without streaming answer whatever was asked. */
export function whole(content: string, finish = 'stop'): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const choices = [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }];
    response.end(JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion', choices, usage: USAGE }));
  };
}

/** Half of the answer; then the connection breaks, or the stream ends in good order but too early. */
export function cut(content: string, how: 'broken' | 'ended' | 'short-body'): Reply {
  return (response) => {
    if (how === 'short-body') {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 10_000 });
      response.write('{"choices": [');
      setImmediate(() => response.destroy());
      return;
    }
    openStream(response);
    for (const piece of pieces(content.slice(0, content.length / 2))) response.write(delta(piece));
    if (how === 'ended') response.end();
    else setTimeout(() => response.destroy(), 20);
  };
}

/** An error in the form that these servers give it. */
export function refuse(status: number, message: string, headers: Record<string, string> = {}, code?: string): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message, type: 'error', param: null, code: code ?? null } }));
  };
}

/** Accepts the request and says nothing more. */
export const hang: Reply = () => undefined;

/** Any other status, headers and body. */
export function raw(status: number, headers: Record<string, string>, body: string): Reply {
  return (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

export async function startLlmServer(answer: (asked: Asked) => Reply): Promise<LlmServer> {
  const asked: Asked[] = [];
  let underWay = 0;
  let most = 0;
  const server = createServer((request, response) => {
    most = Math.max(most, ++underWay);
    response.once('close', () => underWay--);
    const chunks: Buffer[] = [];
    request.on('data', (data: Buffer) => chunks.push(data));
    request.on('end', () => {
      const body = BodySchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const paper = body.messages.at(-1)?.content ?? '';
      const time = asked.filter((other) => other.paper === paper).length + 1;
      const one = { path: request.url ?? '', headers: request.headers, body, paper, time };
      asked.push(one);
      answer(one)(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    host: `127.0.0.1:${port}`,
    asked,
    most: () => most,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
