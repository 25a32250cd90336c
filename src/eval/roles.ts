/** How well roles are told apart: figures for each role, and what the right entities were taken for. */
import { ROLES, type Role } from '../model/index.js';
import type { ComparedPaper } from './compare.js';
import { type Prf, prf } from './figures.js';
import { countsOf, sumTallies, tallyPaper } from './tally.js';

export interface RoleFigures {
  /** The edge figures, role by role: matched, same type, same role. */
  readonly by_role: Readonly<Record<Role, Prf>>;
  /** Of the entities matched with the right type: role in gold, role in the prediction, how many. */
  readonly role_confusion: Readonly<Record<Role, Readonly<Record<string, number>>>>;
}

export function roleFigures(papers: readonly ComparedPaper[]): RoleFigures {
  const sum = sumTallies(papers.map(tallyPaper), papers.keys());
  const row = () => Object.fromEntries(ROLES.map((role) => [role, 0]));
  const confusion = Object.fromEntries(ROLES.map((role) => [role, row()])) as Record<Role, Record<string, number>>;
  for (const { gold, predicted, pairs } of papers) {
    for (const [i, j] of pairs) {
      const [entity, partner] = [gold.entities[i], predicted?.entities[j]];
      if (entity === undefined || partner === undefined || entity.type !== partner.type) continue;
      const counts = confusion[entity.role as Role];
      const said = partner.role === '' ? 'none' : partner.role;
      counts[said] = (counts[said] ?? 0) + 1;
    }
  }
  return {
    by_role: Object.fromEntries(ROLES.map((role) => [role, prf(countsOf(sum, `role ${role}`))])) as Record<Role, Prf>,
    role_confusion: confusion,
  };
}
