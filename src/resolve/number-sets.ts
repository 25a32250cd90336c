/** Union-find over numbers in a typed array (Tarjan 1975, path halving). */

/** Union-find over 0, 1, 2 …; the root of a set is its smallest number. */
export class NumberSets {
  #parents = new Uint32Array(1 << 10);
  size = 0;

  add(): void {
    if (this.size >= this.#parents.length) {
      const grown = new Uint32Array(this.#parents.length * 2);
      grown.set(this.#parents);
      this.#parents = grown;
    }
    this.#parents[this.size] = this.size++;
  }

  find(number: number): number {
    let here = number;
    for (;;) {
      const parent = this.#parents[here] ?? here;
      if (parent === here) return here;
      const grand = this.#parents[parent] ?? parent;
      this.#parents[here] = grand;
      here = grand;
    }
  }

  union(a: number, b: number): void {
    const [ra, rb] = [this.find(a), this.find(b)];
    this.#parents[Math.max(ra, rb)] = Math.min(ra, rb);
  }
}
