/** Curation: what a person decides about the graph, over what resolution found. One edit of the list in `curation.yaml`. */
import { z } from 'zod';
import { EDGE_TYPES, ENTITY_TYPES } from './vocabulary.js';

/** A node by any of its names, or by its id where a name has several senses. */
const Node = z.string().min(1);

export const CurationEditSchema = z.union([
  /** Two nodes are one: what `merge` names becomes part of `into`, which keeps its id, name and label. */
  z.strictObject({ merge: Node, into: Node }),
  /** The mentions that are called `split` leave the node `from`, and are a node of their own. */
  z.strictObject({ split: z.string().min(1), from: Node }),
  /** The node is shown under another name; its id stays. */
  z.strictObject({ rename: Node, to: z.string().min(1) }),
  /** The node takes another label, and so another id. */
  z.strictObject({ retype: Node, to: z.enum(ENTITY_TYPES) }),
  /** The edge of this type between the two nodes is wrong. */
  z.strictObject({ reject: z.enum(EDGE_TYPES), from: Node, to: Node }),
]);
export type CurationEdit = z.infer<typeof CurationEditSchema>;
