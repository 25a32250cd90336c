import type { Json } from '../../../src/store/index.js';

/** What is asked, and whether the embedded store must translate it (`true`), or takes it as it is. */
export type Spelling = readonly [kind: string, translated: boolean, query: string, parameters?: Record<string, Json>];
