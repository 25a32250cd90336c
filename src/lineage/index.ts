/** Which method came from which: the lineage graph, what can be asked of it, and how it is written and drawn. */
export { lineageOf, mainPathsOf, relationOf } from './answer.js';
export { layOut } from './layout.js';
export { Lineage } from './lineage.js';
export { profileOf } from './profile.js';
export { timelineOf } from './timeline.js';
export type { Direction, WalkOptions } from './walk.js';
export { writeProfile } from './write-profile.js';
export { writeSvg } from './write-svg.js';
export { writeDot, writeMermaid } from './write-text.js';
export { writeRelation, writeTree } from './write-tree.js';
