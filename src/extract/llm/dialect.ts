/**
 * How much of the chat interface a server understands. All speak the same protocol in theory; in practice some refuse
 * a JSON schema, a seed or the older name of the token limit. What a server refused is left out for the rest of the run.
 */
import { ANSWER_JSON_SCHEMA } from './answer.js';
import { SAMPLING } from './prompt.js';

export interface Dialect {
  readonly format: 'json_schema' | 'json_object' | 'text';
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens' | 'none';
  readonly without: ReadonlySet<Optional>;
}

const OPTIONAL = ['temperature', 'seed', 'stream_options'] as const;
type Optional = (typeof OPTIONAL)[number];

export const FULL_DIALECT: Dialect = { format: 'json_schema', tokenLimit: 'max_tokens', without: new Set() };

/** The request's body without its messages. */
export function bodyIn(dialect: Dialect, model: string, maxTokens: number): Record<string, unknown> {
  const optional: Record<Optional, unknown> = { ...SAMPLING, stream_options: { include_usage: true } };
  const format =
    dialect.format === 'json_schema'
      ? { type: 'json_schema', json_schema: { name: 'extraction', strict: true, schema: ANSWER_JSON_SCHEMA } }
      : { type: 'json_object' };
  return {
    model,
    stream: true,
    ...Object.fromEntries(Object.entries(optional).filter(([name]) => !dialect.without.has(name as Optional))),
    ...(dialect.tokenLimit === 'none' ? {} : { [dialect.tokenLimit]: maxTokens }),
    ...(dialect.format === 'text' ? {} : { response_format: format }),
  };
}

/**
 * The next dialect to try after a refusal: without what the server names; where it names nothing that we know, with a
 * simpler format. Undefined where there is none left, or the refusal is about the length of the paper.
 */
export function simpler(dialect: Dialect, refusal: string): Dialect | undefined {
  if (
    /context (?:length|size|window)|too (?:long|large|many tokens)|exceeds? the (?:available|maximum)/i.test(refusal)
  ) {
    return undefined;
  }
  if (/max_completion_tokens|max_tokens/.test(refusal)) {
    if (dialect.tokenLimit === 'max_tokens') return { ...dialect, tokenLimit: 'max_completion_tokens' };
    if (dialect.tokenLimit === 'max_completion_tokens') return { ...dialect, tokenLimit: 'none' };
  }
  const named = OPTIONAL.find((name) => refusal.includes(name) && !dialect.without.has(name));
  if (named !== undefined) return { ...dialect, without: new Set([...dialect.without, named]) };
  if (dialect.format === 'json_schema') return { ...dialect, format: 'json_object' };
  if (dialect.format === 'json_object') return { ...dialect, format: 'text' };
  return undefined;
}
