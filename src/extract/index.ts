/** The extractors and how one is chosen by its name. */
import { UsageError } from '../model/index.js';
import type { Extractor } from './extractor.js';
import { FastExtractor } from './fast.js';
import { loadKnowledge } from './knowledge.js';
import { LlmExtractor } from './llm/extractor.js';
import { type LlmOptions, resolveSettings } from './llm/settings.js';

export type { Estimate, Extractor } from './extractor.js';
export { LLM_DEFAULTS, type LlmOptions } from './llm/settings.js';

/** The extractors of this version. */
export const EXTRACTOR_NAMES = ['fast', 'llm'] as const;

/** Names that the command line knows and this version does not have. */
const RESERVED = new Set(['accurate']);

/** What the extractors can be told, each under its name. */
export interface ExtractorOptions {
  readonly llm?: LlmOptions;
}

/** Makes an extractor ready to read. Throws a UsageError when there is none of that name, or it lacks a setting. */
export async function createExtractor(name: string, options: ExtractorOptions = {}): Promise<Extractor> {
  if (name === 'fast') return new FastExtractor(loadKnowledge());
  if (name === 'llm') return new LlmExtractor(resolveSettings(options.llm ?? {}));
  if (RESERVED.has(name)) {
    throw new UsageError('extractor-unavailable', `the extractor "${name}" is not in this version; use "fast"`);
  }
  throw new UsageError('extractor-unavailable', `there is no extractor "${name}"; use "fast"`);
}
