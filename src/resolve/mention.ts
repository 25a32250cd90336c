/** A mention: what one paper calls one thing, in all the forms that it uses. The unit that resolution groups. */
import type { EntityType, Role } from '../model/index.js';

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

/** Every surface form of a mention, its name among them. */
export function formsOf({ name, surfaces }: Pick<Mention, 'name' | 'surfaces'>): string[] {
  return surfaces.length === 1 && surfaces[0] === name ? [name] : [...new Set([name, ...surfaces])];
}
