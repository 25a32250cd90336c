/** The graph: nodes and edges with their evidence, communities, importance and positions. */
export { assembleGraph, type CurationReport } from './assemble.js';
