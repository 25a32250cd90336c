/** A mention: what one paper calls one thing, in all the forms that it uses. The unit that resolution groups. */
import { byKeys, type EntityType, type ExtractionRecord, type Role } from '../model/index.js';

export interface Mention {
  /** The paper's id. */
  readonly paper: string;
  /** The canonical name in that paper's record; with the paper it names the mention. */
  readonly name: string;
  readonly type: EntityType;
  readonly role: Role;
  readonly confidence: number;
  readonly surfaces: readonly string[];
}

/** Sorted by paper and name, so that nothing depends on the order of the records. */
export function collectMentions(records: readonly ExtractionRecord[]): Mention[] {
  const mentions = records.flatMap(({ paper, entities }) =>
    entities.map(({ name, type, role, confidence, surfaces }) => ({
      paper: paper.id,
      name,
      type,
      role,
      confidence,
      surfaces,
    })),
  );
  return mentions.sort(
    byKeys(
      ({ paper }) => paper,
      ({ name }) => name,
    ),
  );
}

/** Every surface form of a mention, its name among them. */
export function formsOf({ name, surfaces }: Mention): string[] {
  return surfaces.length === 1 && surfaces[0] === name ? [name] : [...new Set([name, ...surfaces])];
}
