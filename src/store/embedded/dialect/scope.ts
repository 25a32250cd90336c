/** What a name means at a place of the query, as far as the translation must know. */
import type { Kind } from './kinds.js';
import type { Labels } from './parse/syntax.js';

export type Binding =
  | { is: 'node'; mayBeNull?: boolean; labels?: Labels | undefined }
  /** One relationship between two named nodes; `directed` from the first to the second. */
  | {
      is: 'relationship';
      from: string;
      to: string;
      directed: boolean;
      mayBeNull?: boolean;
      labels?: Labels | undefined;
    }
  /** A relationship of several steps: in Neo4j a list of relationships. */
  | { is: 'walk' }
  /** `witness`: a node or relationship that is null where the path is; the database takes no path for null. */
  | { is: 'path'; witness?: string }
  /** `full`: a list without a null in it. `there`: never null. `hidden`: only tells rows apart. */
  | { is: 'value'; temporal: boolean; kind?: Kind | undefined; full?: boolean; there?: boolean; hidden?: boolean };

export class Scope {
  readonly #bindings: Map<string, Binding>;
  /** Whether no two rows can be the same, so that grouping by all names keeps each row. */
  unique: boolean;

  constructor(bindings: Iterable<readonly [string, Binding]> = [], unique = true) {
    this.#bindings = new Map(bindings);
    this.unique = unique;
  }
  get(name: string): Binding | undefined {
    return this.#bindings.get(name);
  }
  set(name: string, binding: Binding): void {
    this.#bindings.set(name, binding);
  }
  get names(): string[] {
    return [...this.#bindings.keys()];
  }
  get bindings(): [string, Binding][] {
    return [...this.#bindings];
  }
  inner(): Scope {
    return new Scope(this.#bindings, this.unique);
  }
}
