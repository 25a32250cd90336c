/** What every other folder may know: papers, records, the graph, its vocabulary, faults and errors. */
export * from './builds-on-kind.js';
export * from './curation.js';
export * from './fault.js';
export * from './fold.js';
export * from './graph.js';
export * from './joins.js';
export * from './line-path.js';
export * from './lineage.js';
export * from './near-spelling.js';
export * from './order.js';
export * from './paper.js';
export * from './random.js';
export * from './record.js';
export * from './sorted-records.js';
export * from './spoken-digits.js';
export * from './vocabulary.js';
export * from './xml.js';
