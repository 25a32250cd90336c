/** Resolution: the same thing under many names, and the same paper from many sources, become one. */
export { type BareName, namesTyped } from './additions.js';
export type { Curated, Rejection } from './curate.js';
export { type Resolution, resolveEntities } from './entities.js';
export { fewMeant } from './few-meant.js';
export { type Named, NameIndex } from './name-index.js';
export { meantByNearlyAll } from './nearly-all.js';
export {
  type GatheredPaper,
  type Member,
  type MergedPaper,
  type MergedPapers,
  mergePapers,
  type PaperInput,
} from './papers.js';
export type { Sense } from './sense.js';
export { numberSignature } from './shapes.js';
export { Spool } from './spool.js';
export { findVariants, type Variant } from './variants.js';
