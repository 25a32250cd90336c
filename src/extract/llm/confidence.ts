/**
 * How sure an edge of this extractor is: fixed shares by role and by relation. What a model says of its own sureness
 * is not asked for. The shares follow the order in which two careful readers agree (introductions most, lineage least),
 * set lower for a model; they are set by hand and not measured for any model.
 */
import type { RelationType, Role } from '../../model/index.js';

export const ROLE_CONFIDENCE: Readonly<Record<Role, number>> = {
  introduces: 0.8,
  evaluates_on: 0.75,
  compares_with: 0.7,
  uses: 0.6,
  studies: 0.6,
};

export const RELATION_CONFIDENCE: Readonly<Record<RelationType, number>> = {
  OUTPERFORMS: 0.65,
  PART_OF: 0.6,
  BUILDS_ON: 0.55,
};

/** Where the words that were quoted do not stand in the text and a sentence that names both ends stands in. */
export const WITHOUT_QUOTATION = 0.8;
