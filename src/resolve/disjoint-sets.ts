/** Union-find over strings (Tarjan 1975, path halving); the root of a set is its smallest member, so order never matters. */
import { compareText } from '../model/index.js';

export class DisjointSets {
  readonly #parent = new Map<string, string>();

  add(item: string): void {
    if (!this.#parent.has(item)) this.#parent.set(item, item);
  }

  /** The smallest member of the set that holds `item`; an unknown item is its own set. */
  find(item: string): string {
    let here = item;
    for (;;) {
      const parent = this.#parent.get(here) ?? here;
      if (parent === here) return here;
      const grand = this.#parent.get(parent) ?? parent;
      this.#parent.set(here, grand);
      here = grand;
    }
  }

  union(a: string, b: string): void {
    this.add(a);
    this.add(b);
    const [ra, rb] = [this.find(a), this.find(b)];
    if (ra === rb) return;
    if (compareText(ra, rb) < 0) this.#parent.set(rb, ra);
    else this.#parent.set(ra, rb);
  }
}
