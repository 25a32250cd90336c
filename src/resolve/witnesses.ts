/** Papers by the roots of their sets, read back from the temporary file when they are asked for. */
import type { NumberSets } from './number-sets.js';
import type { Member } from './paper-merge.js';
import { judge, type Verdict, Witness } from './same-paper.js';

/** Papers held in memory at a time. */
const CACHED = 2_000;

export class Witnesses {
  readonly #numbers = new Map<number, number[]>();
  readonly #cache = new Map<number, Witness>();

  /** @param papers the roots of the sets that will be asked about */
  constructor(
    papers: Iterable<number>,
    sets: NumberSets,
    readonly load: (number: number) => Member,
  ) {
    for (const root of papers) this.#numbers.set(root, []);
    for (let number = 0; number < sets.size; number++) this.#numbers.get(sets.find(number))?.push(number);
  }

  judge(a: number, b: number): Verdict {
    return judge(this.get(a), this.get(b));
  }

  get(root: number): Witness {
    const cached = this.#cache.get(root);
    if (cached !== undefined) return cached;
    const witness = new Witness((this.#numbers.get(root) ?? []).map((number) => this.load(number)));
    // A map goes through its keys in the order in which they came: the first is the oldest.
    const [oldest] = this.#cache.keys();
    if (this.#cache.size >= CACHED && oldest !== undefined) this.#cache.delete(oldest);
    this.#cache.set(root, witness);
    return witness;
  }
}
