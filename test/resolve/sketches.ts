/** Papers as short as they can be, resolved: each is a list of what it mentions. */
import { resolveEntities } from '../../src/resolve/index.js';
import { type EntitySketch, record } from '../support/records.js';

/** One paper for each list of entities; the abstract holds every surface. */
export function resolve(...papers: EntitySketch[][]) {
  return resolveEntities(
    papers.map((entities, index) =>
      record({
        id: `arxiv:2501.${String(index).padStart(5, '0')}`,
        abstract: entities.flatMap(({ name, surfaces }) => surfaces ?? [name]).join(' ; '),
        entities,
      }),
    ),
  );
}

export const defines = (long: string, short: string): EntitySketch => ({ name: long, surfaces: [long, short] });
