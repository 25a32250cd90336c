/**
 * The plan that the embedded database prints as boxes, as a tree. Steps are numbered from the leaves up, each child before
 * its parent, so the number of children of each box is enough: one below it, and one for each line to its right.
 */
import type { PlanStep } from '../plan.js';

interface Box {
  number: number;
  left: number;
  top: number;
  bottom: number;
  children: number;
  step: PlanStep;
}

/** Undefined where the text is no plan. */
export function parsePlan(text: string): PlanStep | undefined {
  const boxes = inOrder(findBoxes(text.split('\n')));
  const finished: PlanStep[] = [];
  for (const { step, children } of boxes) {
    if (children > finished.length) return undefined;
    step.children = finished.splice(finished.length - children);
    finished.push(step);
  }
  const [root] = finished;
  // PROFILE itself is a step of its own, and no one's.
  return finished.length !== 1 ? undefined : root?.operator === 'PROFILE' ? root.children[0] : root;
}

/** A look-up by key gets its number before the step that gives it the keys, which stands below it. */
function inOrder(boxes: readonly Box[]): Box[] {
  const numbers = new Map(boxes.map((box) => [box, box.number]));
  for (const box of [...boxes].sort((a, b) => b.top - a.top)) {
    if (box.step.operator !== 'QUERY_PRIMARY_KEY_LOOKUP') continue;
    const below = boxes.find(({ left, top }) => left === box.left && top === box.bottom + 1);
    if (below) numbers.set(box, (numbers.get(below) ?? 0) + 1 / 1024);
  }
  return [...boxes].sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0));
}

function findBoxes(lines: readonly string[]): Box[] {
  const boxes: Box[] = [];
  lines.forEach((line, top) => {
    for (const { index: left, 0: border } of line.matchAll(/┌[─┴]+┐/g)) {
      const right = left + border.length - 1;
      const rows: string[] = [];
      let bottom = top + 1;
      let beside = 0;
      for (; lines[bottom]?.[left] === '│' && lines[bottom]?.[right] === '│'; bottom++) {
        rows.push((lines[bottom] ?? '').slice(left + 1, right).trim());
        const [lead = ''] = (lines[bottom] ?? '').slice(right + 1).match(/^─[─┬]*┐/) ?? [];
        beside += lead.replaceAll('─', '').length;
      }
      const [, operator, number] = /^([A-Z][A-Z0-9_]*)\[(\d+)\]$/.exec(rows[0] ?? '') ?? [];
      if (operator === undefined || number === undefined) continue;
      const below = (lines[bottom] ?? '').slice(left, right + 1).includes('┬') ? 1 : 0;
      const step = stepOf(operator, rows.slice(1));
      boxes.push({ number: Number(number), left, top, bottom, children: below + beside, step });
    }
  });
  return boxes;
}

const RULE = /^-+$/;

function stepOf(operator: string, rows: readonly string[]): PlanStep {
  const named = (name: string): number | undefined => {
    const value = rows
      .map((row) => new RegExp(`^${name}: ([\\d.]+)$`).exec(row)?.[1])
      .find((text) => text !== undefined);
    return value === undefined ? undefined : Number(value);
  };
  const details = rows.filter(
    (row) => !RULE.test(row) && !/^(?:NumOutputTuples|ExecutionTime|TotalTime|WallClockTime):/.test(row),
  );
  return {
    operator,
    details: details.join(' '),
    rows: named('NumOutputTuples'),
    milliseconds: named('ExecutionTime'),
    children: [],
  };
}

/** Without the counts, which are all 0 of a query that was only explained. */
export function withoutCounts(step: PlanStep): PlanStep {
  return { operator: step.operator, details: step.details, children: step.children.map(withoutCounts) };
}
