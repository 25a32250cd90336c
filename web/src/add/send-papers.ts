/** Files to the server, and what it says meanwhile: how far it is, then what it found or added. */
import '../api/without-eval.js';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { z } from 'zod';
import { AddedSchema, ErrorSchema, PreviewSchema } from '../../../src/serve/schemas.js';
import { ApiError, isAbort, otherVersion, UnreachableError } from '../api/errors.js';
import type { Added, Preview } from '../api/types.js';

type OnProgress = (message: string) => void;

const ProgressSchema = z.object({ message: z.string() });
const FailedSchema = z.object({ code: z.string(), message: z.string() });

/** What adding them would bring; the server gives up when the signal is aborted. */
export function previewPapers(files: readonly File[], onProgress: OnProgress, signal: AbortSignal): Promise<Preview> {
  return send(files, '?preview=true', PreviewSchema, onProgress, signal);
}

/** Adds them; answers when the server serves the graph with them. */
export function addPapers(files: readonly File[], onProgress: OnProgress): Promise<Added> {
  return send(files, '', AddedSchema, onProgress);
}

async function send<T>(
  files: readonly File[],
  query: string,
  schema: z.ZodType<T>,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<T> {
  const body = new FormData();
  for (const file of files) body.append('files', file);
  try {
    const response = await fetch(`/api/papers${query}`, {
      method: 'POST',
      headers: { accept: 'text/event-stream' },
      body,
      signal: signal ?? null,
    });
    if (!response.ok || !response.body) throw await refusal(response);
    const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    const reader = events.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const { event, data } = next.value;
      if (event === 'progress') onProgress(ProgressSchema.parse(JSON.parse(data)).message);
      else if (event === 'failed') {
        const { code, message } = FailedSchema.parse(JSON.parse(data));
        throw new ApiError(code, message);
      } else if (event === 'done') return schema.parse(JSON.parse(data));
    }
  } catch (error) {
    if (error instanceof ApiError || isAbort(error)) throw error;
    if (error instanceof z.ZodError) {
      throw otherVersion();
    }
    throw new UnreachableError({ cause: error });
  }
  throw new UnreachableError();
}

async function refusal(response: Response): Promise<ApiError> {
  const known = ErrorSchema.safeParse(await response.json().catch(() => undefined));
  if (known.success) return new ApiError(known.data.error.code, known.data.error.message);
  return new ApiError('bad-answer', `The server answered ${response.status} and did not say why; its log may.`);
}
