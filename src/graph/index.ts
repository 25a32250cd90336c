/** The graph: nodes and edges with their evidence, communities, importance and positions. */
export { type AssembleOptions, assembleGraph } from './assemble.js';
export { compare, isComparable } from './compare.js';
export { countGraph } from './count.js';
export { Incidence } from './incidence.js';
export { type FoundPaths, type Path, PathFinder } from './paths.js';
export type { CurationReport } from './relate.js';
export { related } from './related.js';
export { tellingScores } from './telling.js';
export { telltaleTies } from './telltale-ties.js';
export { twoSteps } from './two-steps.js';
