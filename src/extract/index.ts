/** The extractors and how one is chosen by its name. */
import { UsageError } from '../model/index.js';
import type { Extractor } from './extractor.js';
import { FastExtractor } from './fast.js';
import { loadKnowledge } from './knowledge.js';
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
  // Loaded only where it is asked for: every command starts through this file, few need a network or a server.
  if (name === 'accurate') return (await import('./accurate/load.js')).loadAccurate();
  if (name === 'fast') return new FastExtractor(loadKnowledge());
  if (name === 'llm') {
    const settings = resolveSettings(options.llm ?? {});
    return new (await import('./llm/extractor.js')).LlmExtractor(settings);
  }
  throw new UsageError(
    'extractor-unavailable',
    `there is no extractor "${name}"; the extractors are ${EXTRACTOR_NAMES.join(', ')}`,
  );
}
