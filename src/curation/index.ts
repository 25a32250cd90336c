/** Curation: a person's decisions, kept in `curation.yaml` beside the graph and applied at every build. */
export { appendEdit, removeEdit } from './change.js';
export { applying, type Curation, curationOf, readCuration, writeCuration } from './file.js';
export { checkEdit } from './parse.js';
