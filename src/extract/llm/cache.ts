/**
 * Answers kept by content: what was asked for once, with the same words of the same model, is never paid for again,
 * whichever server it came from. One file an answer, written at once or not at all.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { ServiceError } from '../../model/index.js';
import { type Answer, readAnswer } from './answer.js';
import { PROMPT_VERSION } from './prompt.js';

const EntrySchema = z.object({ key: z.string(), model: z.string(), content: z.string() });

/** The key of an answer: the model, the words of the request and the paper's text decide, the server's address does not. */
export function answerKey(model: string, text: string): string {
  return createHash('sha256')
    .update(JSON.stringify([PROMPT_VERSION, model, text]))
    .digest('hex');
}

export class AnswerCache {
  #written = 0;

  constructor(readonly folder: string) {}

  /** The answer, or undefined where there is none or the file is damaged: it is then asked for again. */
  async find(key: string): Promise<Answer | undefined> {
    const text = await readFile(this.#file(key), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    try {
      const entry = EntrySchema.parse(JSON.parse(text));
      return entry.key === key ? readAnswer(entry.content) : undefined;
    } catch {
      return undefined;
    }
  }

  /**
   * Keeps the model's own words, so that a better reading of them needs no further request.
   * @throws ServiceError where the folder cannot be written: going on would cost the same again later
   */
  async keep(key: string, model: string, content: string): Promise<void> {
    const file = this.#file(key);
    const temporary = `${file}.${process.pid}.${this.#written++}.tmp`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(temporary, `${JSON.stringify({ key, model, content })}\n`, { flush: true });
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      const reason = error instanceof Error ? error.message : String(error);
      throw new ServiceError('llm-cache', `cannot keep an answer (${reason}); give another folder with --llm-cache`, {
        cause: error,
      });
    }
  }

  #file(key: string): string {
    return join(this.folder, key.slice(0, 2), `${key}.json`);
  }
}
