/** The links between keys that make them one: what resolution found, kept so that every merge can be explained. */
import type { JoinRule } from '../model/index.js';

export interface Link {
  readonly a: string;
  readonly b: string;
  readonly rule: JoinRule;
  readonly score: number;
  /** Ids of papers that show it, as many as are kept, in the order in which they were added. */
  readonly papers: readonly string[];
}

/** More papers than these are not named: they would say the same. */
export const SHOWN_PAPERS = 3;

export class Links {
  readonly #byKey = new Map<string, Map<string, Link & { papers: string[] }>>();

  /** The first rule that links two keys stays their reason; its papers add up. */
  add(a: string, b: string, rule: JoinRule, score: number, papers: readonly string[]): void {
    if (a === b) return;
    const known = this.#byKey.get(a)?.get(b);
    if (known === undefined) {
      const link = { a, b, rule, score, papers: papers.slice(0, SHOWN_PAPERS) };
      this.#put(a, b, link);
      this.#put(b, a, link);
    } else if (known.rule === rule) {
      for (const paper of papers) {
        if (known.papers.length >= SHOWN_PAPERS) break;
        if (!known.papers.includes(paper)) known.papers.push(paper);
      }
    }
  }

  /** The links of a key, each with the key at its other end. */
  *of(key: string): Generator<readonly [other: string, link: Link]> {
    yield* this.#byKey.get(key) ?? [];
  }

  #put(from: string, to: string, link: Link & { papers: string[] }): void {
    const links = this.#byKey.get(from);
    if (links) links.set(to, link);
    else this.#byKey.set(from, new Map([[to, link]]));
  }
}
