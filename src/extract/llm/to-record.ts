/** From an answer to the record: nothing enters that does not stand in the paper. */
import type { ExtractionRecord, Paper } from '../../model/index.js';
import type { Answer } from './answer.js';
import type { Document } from './document.js';
import { groundEntities } from './entities.js';
import { groundRelations } from './relations.js';

export function toRecord(paper: Paper, document: Document, answer: Answer): ExtractionRecord {
  const entities = groundEntities(document, answer.entities);
  return {
    paper,
    entities: entities.map(({ entity }) => entity),
    relations: groundRelations(document, entities, answer.relations),
  };
}
