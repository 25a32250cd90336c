/** The extractors and how one is chosen by its name. */
import { UsageError } from '../model/index.js';
import type { Extractor } from './extractor.js';
import { FastExtractor } from './fast.js';
import { loadKnowledge } from './knowledge.js';

export type { Extractor } from './extractor.js';

/** The extractors of this version. */
export const EXTRACTOR_NAMES = ['fast'] as const;

/** Names that the command line knows and this version does not have. */
const RESERVED = new Set(['accurate', 'llm']);

/** Makes an extractor ready to read. Throws a UsageError when there is none of that name. */
export async function createExtractor(name: string): Promise<Extractor> {
  if (name === 'fast') return new FastExtractor(loadKnowledge());
  if (RESERVED.has(name)) {
    throw new UsageError('extractor-unavailable', `the extractor "${name}" is not in this version; use "fast"`);
  }
  throw new UsageError('extractor-unavailable', `there is no extractor "${name}"; use "fast"`);
}
