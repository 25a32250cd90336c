/** Curation: what a person decides about the graph, over what resolution found. One edit of the list in `curation.yaml`. */
import { z } from 'zod';
import { EDGE_TYPES, type EdgeType, ENTITY_TYPES } from './vocabulary.js';

/** A node by any of its names, or by its id where a name has several senses. */
const Node = z.string().min(1);
/** It is shown in one line: something to be seen, without line breaks and signs that turn the text around it. */
const Name = z.string().regex(/^(?=.*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\u2028-\u202e\u2066-\u2069]+$/u);

export const CurationEditSchema = z.union([
  /** Two nodes are one: what `merge` names becomes part of `into`, which keeps its id, name and label. */
  z.strictObject({ merge: Node, into: Node }),
  /** The mentions that are called `split` leave the node `from`, and are a node of their own. */
  z.strictObject({ split: z.string().min(1), from: Node }),
  /** The node is shown under another name; its id stays. */
  z.strictObject({ rename: Node, to: Name }),
  /** The node takes another label, and so another id. */
  z.strictObject({ retype: Node, to: z.enum(ENTITY_TYPES) }),
  /** The edge of this type between the two nodes is wrong. */
  z.strictObject({ reject: z.enum(EDGE_TYPES), from: Node, to: Node }),
]);
export type CurationEdit = z.infer<typeof CurationEditSchema>;

/** One edit as a person says it: `merge "KV cache" into "key-value cache"`. */
export function formatEdit(edit: CurationEdit): string {
  if ('merge' in edit) return `merge "${edit.merge}" into "${edit.into}"`;
  if ('split' in edit) return `split "${edit.split}" from "${edit.from}"`;
  if ('rename' in edit) return `rename "${edit.rename}" to "${edit.to}"`;
  if ('retype' in edit) return `retype "${edit.retype}" to ${edit.to}`;
  return `reject ${edit.reject} from "${edit.from}" to "${edit.to}"`;
}

/** What came of an edit, beside the graph that it changed. */
export interface CurationNote {
  /** Which edit of the list, counted from 0. */
  readonly edit: number;
  /**
   * `idle`: it changed nothing, since what it asks for is so already, or what it rejects is no longer found. `meant`: its
   * names could mean other nodes, too, or do so now.
   */
  readonly kind: 'idle' | 'meant';
  readonly message: string;
}

export type EndKind = 'entity' | 'paper' | 'person';

/** What stands at the two ends of an edge of this type. */
export function endKinds(type: EdgeType): readonly [source: EndKind, target: EndKind] {
  switch (type) {
    case 'BUILDS_ON':
    case 'OUTPERFORMS':
    case 'PART_OF':
    case 'VARIANT_OF':
      return ['entity', 'entity'];
    case 'WROTE':
      return ['person', 'paper'];
    case 'AFFILIATED_WITH':
      return ['paper', 'person'];
    default:
      return ['paper', 'entity'];
  }
}
