/** Export: the whole graph as a file of another program's format. */

export { writeAtomically } from '../store/write-atomically.js';
export { edgesCsv, exportCsv, nodesCsv } from './csv.js';
export { exportCypher } from './cypher.js';
export { exportGexf } from './gexf.js';
export { exportGraphml } from './graphml.js';
export { exportJson } from './json.js';
export { exportNeo4jImport } from './neo4j-import.js';
