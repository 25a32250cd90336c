/** What becomes of mentions, one paper for each. */
import type { EntityType } from '../../src/model/index.js';
import { resolveEntities } from '../../src/resolve/index.js';
import { record } from '../support/records.js';

export function nodesOf(...mentions: [name: string, type: EntityType][]) {
  const records = mentions.map(([name, type], at) =>
    record({ id: `arxiv:2501.0000${at}`, abstract: `We see ${name} here.`, entities: [{ name, type }] }),
  );
  return resolveEntities(records).senses;
}
