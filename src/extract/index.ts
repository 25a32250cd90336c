/** The extractors and how one is chosen by its name. */
import { UsageError } from '../model/index.js';
import { loadAccurate } from './accurate/load.js';
import type { Extractor } from './extractor.js';
import { FastExtractor } from './fast.js';
import { loadKnowledge } from './knowledge.js';
import { LlmExtractor } from './llm/extractor.js';
import { type LlmOptions, resolveSettings } from './llm/settings.js';

export type { Estimate, Extractor } from './extractor.js';
export { LLM_DEFAULTS, type LlmOptions } from './llm/settings.js';

export const EXTRACTOR_NAMES = ['accurate', 'fast', 'llm'] as const;
export const DEFAULT_EXTRACTOR = 'accurate';

/** What the extractors can be told, each under its name. */
export interface ExtractorOptions {
  readonly llm?: LlmOptions;
}

/** Makes an extractor ready to read. Throws a UsageError when there is none of that name, or it lacks a setting. */
export async function createExtractor(name: string, options: ExtractorOptions = {}): Promise<Extractor> {
  if (name === 'accurate') return loadAccurate();
  if (name === 'fast') return new FastExtractor(loadKnowledge());
  if (name === 'llm') return new LlmExtractor(resolveSettings(options.llm ?? {}));
  throw new UsageError(
    'extractor-unavailable',
    `there is no extractor "${name}"; the extractors are ${EXTRACTOR_NAMES.join(', ')}`,
  );
}
