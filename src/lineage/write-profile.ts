/** What is known of a method beside its lineage, as text for the terminal. */
import type { MethodProfile, MethodRef } from '../model/index.js';
import { stepWords, whenWords } from './words.js';

const NAMED = 5;

/** @returns lines without their ends; sections of which nothing is known are left out */
export function writeProfile(profile: MethodProfile, strong: (text: string) => string): string[] {
  const { method } = profile;
  const lines = [
    `${strong(method.name)}  ${method.label.toLowerCase()} · ${whenWords(method)} · ${method.papers} papers (${method.id})`,
  ];
  if (method.paper) lines.push(`introduced by ${method.paper.id} “${method.paper.title}”`);
  if (profile.aliases.length > 0) lines.push(`also ${profile.aliases.join(', ')}`);
  const section = (title: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push('', title, ...rows.map((row) => `  ${row}`));
  };
  section(
    'what those that came from it do',
    profile.changes.map(
      ({ kind, count, examples }) => `${stepWords({ ...(kind && { kind }) })}  ${count}: ${names(examples)}`,
    ),
  );
  section(
    `branches (${profile.branchCount})`,
    profile.branches.map(
      ({ method: first, size, recent, last, state }) =>
        `${state.padEnd(7)}  ${dated(first)}  ${size} ${size === 1 ? 'method' : 'methods'}, ${recent} recent${last ? `, the last ${last}` : ''}`,
    ),
  );
  section(
    'taken up by other fields',
    profile.crossings.map(
      ({ field, first, methods, chain }) =>
        `${first.date ?? 'undated'}  ${field}: ${chain.map(({ name }) => name).join(' → ')} (${methods})`,
    ),
  );
  section(
    `siblings (${profile.siblingCount})`,
    profile.siblings.map(
      ({ method: sibling, shared }) => `${dated(sibling)}  by ${shared.map(({ name }) => name).join(', ')}`,
    ),
  );
  for (const [title, rivals] of [
    [`beats (${profile.beatsCount})`, profile.beats],
    [`is beaten by (${profile.beatenByCount})`, profile.beatenBy],
  ] as const) {
    section(
      title,
      rivals.map(({ method: rival, benchmarks, statements }) => {
        const on = benchmarks.length > 0 ? ` on ${benchmarks.map(({ name }) => name).join(', ')}` : '';
        const said = statements[0];
        return `${rival.name}${on}${said ? `  ${said.paper}: ${said.evidence.replace(/\s+/g, ' ')}` : ''}`;
      }),
    );
  }
  section(
    'benchmarks',
    profile.benchmarks.map(({ method: benchmark, papers }) => `${benchmark.name}  ${papers}`),
  );
  section(
    'papers by month',
    profile.timeline.map(({ month, ...roles }) => {
      const counts = Object.entries(roles).filter(([, count]) => count > 0);
      return `${month}  ${counts.reduce((sum, [, count]) => sum + count, 0)}`;
    }),
  );
  return lines;
}

function names(examples: MethodProfile['changes'][number]['examples']): string {
  return examples
    .slice(0, NAMED)
    .map(({ method }) => dated(method))
    .join(', ');
}

function dated({ name, date }: MethodRef): string {
  return date === undefined ? name : `${name} (${date})`;
}
