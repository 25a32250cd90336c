/** The graph: nodes and edges with their evidence, communities, importance and positions. */
export { assembleGraph } from './assemble.js';
