/** Joins as a person reads them: the chain that leads from one form of a name to another, each step in a sentence. */
import type { EntityNode } from './graph.js';
import type { JoinRule } from './vocabulary.js';

export type Join = NonNullable<EntityNode['joins']>[number];

const SENTENCES: Record<JoinRule, (a: string, b: string) => string> = {
  spelling: (a, b) => `${a} and ${b} differ in spelling only`,
  definition: (a, b) => `papers define ${a} and ${b} as the same`,
  wording: (a, b) => `${a} and ${b} are two wordings of one thing`,
  abbreviation: (a, b) => `one of ${a} and ${b} is short for the other, and their papers speak of the same things`,
  expansion: (a, b) => spelledOut(a, b) ?? spelledOut(b, a) ?? `one of ${a} and ${b} spells the other out`,
  order: (a, b) => `${a} and ${b} are the same words in another order`,
  typo: (a, b) => `one of ${a} and ${b} is a misspelling of the other`,
  curation: (a, b) => `${a} and ${b} were joined by hand, in curation.yaml`,
};

/** Undefined where the first has no acronym that the other has not. */
function spelledOut(short: string, long: string): string | undefined {
  const [words, others] = [wordsOf(short), wordsOf(long)];
  const acronyms = words.filter((word) => (word.match(/\p{Lu}/gu) ?? []).length > 1 && !others.includes(word));
  if (acronyms.length === 0) return undefined;
  return `${short} is ${long} with ${acronyms.join(' and ')} spelled out, as papers define it`;
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** One step as a sentence without its full stop. */
export function joinSentence({ a, b, rule }: Join): string {
  return SENTENCES[rule](`"${a}"`, `"${b}"`);
}

/**
 * The shortest chain from one form to another, each join turned so that it leads from `a` to `b`; empty for the same
 * form, undefined where no chain leads there.
 */
export function joinChain(joins: readonly Join[], from: string, to: string): Join[] | undefined {
  return joinChains(joins, to)(from);
}

/** The same for many forms that lead to one: the joins are walked once, breadth first from it. */
export function joinChains(joins: readonly Join[], to: string): (from: string) => Join[] | undefined {
  const steps = new Map<string, Join[]>();
  for (const join of joins) {
    for (const step of [join, { ...join, a: join.b, b: join.a }]) {
      const list = steps.get(step.b);
      if (list) list.push(step);
      else steps.set(step.b, [step]);
    }
  }
  const next = new Map<string, Join | undefined>([[to, undefined]]);
  const queue = [to];
  for (const here of queue) {
    for (const step of steps.get(here) ?? []) {
      if (next.has(step.a)) continue;
      next.set(step.a, step);
      queue.push(step.a);
    }
  }
  return (from) => {
    if (!next.has(from)) return undefined;
    const chain: Join[] = [];
    for (let step = next.get(from); step; step = next.get(step.b)) chain.push(step);
    return chain;
  };
}
