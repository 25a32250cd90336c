/** Export: the whole graph as a file of another program's format. */
export { exportGexf } from './gexf.js';
export { exportJson } from './json.js';
export { writeAtomically } from './write-atomically.js';
