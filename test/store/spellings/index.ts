/** Cypher as it is written for Neo4j, in tutorials and books, put to the fixture's graph. Both stores answer alike. */
import { ABSENT } from './absent.js';
import { AGGREGATES } from './aggregates.js';
import { DATES } from './dates.js';
import { FUNCTIONS } from './functions.js';
import { LABELS } from './labels.js';
import { LISTS } from './lists.js';
import { MAPS } from './maps.js';
import { OPERATORS } from './operators.js';
import { PATHS } from './paths.js';
import { PATTERNS } from './patterns.js';
import type { Spelling } from './spelling.js';
import { SUBQUERIES } from './subqueries.js';
import { WRITING } from './writing.js';

export const SPELLINGS: readonly Spelling[] = [
  ...ABSENT,
  ...AGGREGATES,
  ...DATES,
  ...FUNCTIONS,
  ...LABELS,
  ...LISTS,
  ...MAPS,
  ...OPERATORS,
  ...PATHS,
  ...PATTERNS,
  ...SUBQUERIES,
  ...WRITING,
];
