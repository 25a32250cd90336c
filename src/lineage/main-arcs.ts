/**
 * Which steps a main path may run along: those between methods of somebody that papers state, and versions known by their
 * names where they lead on from what somebody built on. Sizes and versions that nothing came from would carry most of the
 * traffic, and tell nothing; and what one paper says of its own methods is no traffic between papers.
 */
import type { Lineage } from './lineage.js';
import type { WeighedArc } from './main-path.js';
import type { Step } from './steps.js';

/**
 * @param steps without a circle
 * @param from the method asked about, which may be of any kind; undefined where the whole graph is
 * @returns those of the steps that count, in their order
 */
export function mainArcs(lineage: Lineage, steps: readonly Step[], from?: number): (Step & WeighedArc)[] {
  const mayPass = (number: number) => {
    const { generic, node } = lineage.method(number);
    return number === from || (!generic && node.label !== 'Benchmark');
  };
  const arcs = steps.filter(
    (step) => mayPass(step.head) && mayPass(step.tail) && (!isStated(step) || !isOfOnePaper(lineage, step)),
  );
  // From the method asked about one looks both ways, so what leads to it from there leads on.
  const leadsOn = new Set(from === undefined ? [] : [from]);
  const versions = new Map<number, Step[]>();
  for (const arc of arcs) {
    if (isStated(arc)) leadsOn.add(arc.tail);
    else versions.set(arc.head, [...(versions.get(arc.head) ?? []), arc]);
  }
  // A version of a version of … that somebody built on.
  const queue = [...leadsOn];
  for (const head of queue) {
    for (const { tail } of versions.get(head) ?? []) {
      if (leadsOn.has(tail)) continue;
      leadsOn.add(tail);
      queue.push(tail);
    }
  }
  return arcs.flatMap((arc) => {
    if (isStated(arc)) return [arc];
    return leadsOn.has(arc.head) ? [{ ...arc, bridge: true }] : [];
  });
}

/** Whether a paper says so, and not the name alone. */
function isStated({ edges }: Step): boolean {
  return edges.some(({ type }) => type !== 'VARIANT_OF');
}

function isOfOnePaper(lineage: Lineage, { head, tail }: Step): boolean {
  const paper = lineage.method(head).origin?.paper;
  return paper !== undefined && paper === lineage.method(tail).origin?.paper;
}
