/** Papers that speak of an entity, month by month and by role. */
import { byKeys, compareText, type GraphEdge, ROLE_EDGES, ROLES, type Role, type Timeline } from '../model/index.js';
import type { NodeOf } from './answer.js';
import { monthOf } from './dates.js';

const ROLE_OF = new Map<string, Role>(ROLES.map((role) => [ROLE_EDGES[role], role]));

/**
 * Every month from the first to the last, the empty ones too; papers whose month is not known are left out.
 * @param edges at the entity, in either direction
 */
export function timelineOf(id: string, edges: readonly GraphEdge[], nodeOf: NodeOf): Timeline {
  const months = new Map<string, Timeline[number]>();
  const at = (month: string) => {
    const known = months.get(month);
    if (known) return known;
    const fresh = { month, introduces: 0, compares_with: 0, evaluates_on: 0, uses: 0, studies: 0 };
    months.set(month, fresh);
    return fresh;
  };
  for (const edge of edges) {
    const role = ROLE_OF.get(edge.type);
    const paper = role && edge.target === id ? nodeOf(edge.source) : undefined;
    const month = paper?.label === 'Paper' ? monthOf(paper.date) : undefined;
    if (role && month !== undefined) at(month)[role]++;
  }
  const known = [...months.keys()].sort(compareText);
  const [first, last] = [known[0], known.at(-1)];
  if (first !== undefined && last !== undefined) for (let month = first; month < last; month = after(month)) at(month);
  return [...months.values()].sort(byKeys(({ month }) => month));
}

function after(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
