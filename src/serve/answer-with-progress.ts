/** An answer that takes its time: as events with progress for who asks for them, else as JSON at the end. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { StemmaError } from '../model/index.js';

/** Where there is nothing to tell, an event that no one reads keeps the connection from being taken for dead. */
const BEAT_MS = 10_000;

/**
 * Events: `progress` with a message, then `done` with the answer or `failed` with an error, each as JSON.
 * @param work told whom to tell how far it is, and when the client goes away
 * @throws what `work` throws, where the client did not ask for events
 */
export async function answerWithProgress<T>(
  c: Context,
  work: (onProgress: (message: string) => void, gone: AbortSignal) => Promise<T>,
): Promise<Response> {
  const { signal } = c.req.raw;
  if (!c.req.header('accept')?.includes('text/event-stream')) {
    return c.json(await work(() => undefined, signal));
  }
  return streamSSE(c, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort());
    let writing = Promise.resolve();
    const send = (event: string, data: unknown) => {
      writing = writing.then(() => stream.writeSSE({ event, data: JSON.stringify(data) }));
      return writing;
    };
    const beat = setInterval(() => void send('beat', {}), BEAT_MS);
    try {
      await send('done', await work((message) => void send('progress', { message }), gone.signal));
    } catch (error) {
      if (!(error instanceof StemmaError)) console.error(error);
      const known = error instanceof StemmaError;
      const message = 'something went wrong in the server; its log says what';
      await send('failed', known ? { code: error.code, message: error.message } : { code: 'internal', message });
    } finally {
      clearInterval(beat);
    }
  });
}
