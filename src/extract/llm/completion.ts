/** Reads a chat completion, streamed or whole, and knows one that was cut from one that is complete. */
import { createParser } from 'eventsource-parser';
import { z } from 'zod';

const UsageSchema = z.object({ prompt_tokens: z.number().catch(0), completion_tokens: z.number().catch(0) });
const Usage = UsageSchema.nullish().catch(undefined);
const Finish = z.string().nullish();
const Said = z.object({ content: z.string().nullish(), refusal: z.string().nullish() });

const ChunkSchema = z.object({
  choices: z.array(z.object({ delta: Said.nullish(), finish_reason: Finish })).default([]),
  usage: Usage,
});
const WholeSchema = z.object({
  choices: z.array(z.object({ message: Said, finish_reason: Finish })).min(1),
  usage: Usage,
});

/** Servers put the error into `error` as an object or a text, some directly at the top. */
const Described = z.object({
  message: z.string().catch(''),
  code: z.union([z.string(), z.number()]).nullish().catch(undefined),
  type: z.string().nullish().catch(undefined),
  param: z.string().nullish().catch(undefined),
});
const ErrorSchema = z.union([
  z.object({ error: Described }).transform(({ error }) => error),
  z.object({ error: z.string() }).transform(({ error }) => ({ message: error })),
  Described.extend({ message: z.string() }),
]);
export interface ServerError {
  message: string;
  code?: string | number | null | undefined;
  type?: string | null | undefined;
  param?: string | null | undefined;
}

export interface Completion {
  readonly content: string;
  /** `length` where the answer did not fit. */
  readonly finish: string;
  /** The model declines to answer, in its own words. */
  readonly refusal: string | undefined;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** Why a body is no completion. */
export class BadCompletion extends Error {
  constructor(
    readonly kind: 'cut' | 'malformed' | 'error',
    message: string,
  ) {
    super(message);
  }
}

/** The error in a body, if it is one. */
export function serverError(body: string): ServerError | undefined {
  const result = ErrorSchema.safeParse(parsed(body));
  return result.success ? result.data : undefined;
}

/** @throws BadCompletion */
export function wholeCompletion(body: string): Completion {
  const json = parsed(body);
  // A whole body that is not JSON was cut: servers do write JSON.
  if (json === undefined) throw new BadCompletion('cut', 'the answer is no JSON');
  const result = WholeSchema.safeParse(json);
  if (!result.success) throw notACompletion(body);
  const { choices, usage } = result.data;
  const [choice] = choices;
  return {
    content: choice?.message.content ?? '',
    finish: choice?.finish_reason ?? 'stop',
    refusal: choice?.message.refusal ?? undefined,
    tokensIn: usage?.prompt_tokens ?? 0,
    tokensOut: usage?.completion_tokens ?? 0,
  };
}

/** Gathers a completion from a stream of events. */
export class StreamedCompletion {
  #content = '';
  #refusal = '';
  #finish: string | undefined;
  #usage: z.infer<typeof Usage>;
  #done = false;
  readonly #parser = createParser({ onEvent: ({ data }) => this.#take(data) });

  /** @throws BadCompletion */
  feed(text: string): void {
    this.#parser.feed(text);
  }

  /** The end was announced: what may still come is of no interest. */
  get done(): boolean {
    return this.#done;
  }

  get length(): number {
    return this.#content.length;
  }

  /** @throws BadCompletion `cut` where neither a reason to finish nor the end was announced */
  end(): Completion {
    if (this.#finish === undefined && !this.#done) throw new BadCompletion('cut', 'the stream ended before the answer');
    return {
      content: this.#content,
      finish: this.#finish ?? 'stop',
      refusal: this.#refusal === '' ? undefined : this.#refusal,
      tokensIn: this.#usage?.prompt_tokens ?? 0,
      tokensOut: this.#usage?.completion_tokens ?? 0,
    };
  }

  #take(data: string): void {
    if (this.#done) return;
    if (data.trim() === '[DONE]') {
      this.#done = true;
      return;
    }
    const json = parsed(data);
    if (json === undefined) throw new BadCompletion('cut', 'an event of the stream is no JSON');
    const failed = z.object({ error: z.unknown().refine((error) => error !== null && error !== undefined) });
    if (failed.safeParse(json).success) throw notACompletion(data);
    const chunk = ChunkSchema.safeParse(json);
    if (!chunk.success) throw notACompletion(data);
    const [choice] = chunk.data.choices;
    this.#content += choice?.delta?.content ?? '';
    this.#refusal += choice?.delta?.refusal ?? '';
    this.#finish = choice?.finish_reason ?? this.#finish;
    this.#usage = chunk.data.usage ?? this.#usage;
  }
}

function notACompletion(body: string): BadCompletion {
  const error = serverError(body);
  return error === undefined
    ? new BadCompletion('malformed', 'the answer is no chat completion')
    : new BadCompletion('error', error.message);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
