/** Writes `docs/queries.md` from the leading comments of `cypher/queries/`. A test compares the two. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type NamedQuery, namedQueries } from '../src/store/index.js';

export const queryDocsFile = fileURLToPath(new URL('../docs/queries.md', import.meta.url));

const INTRODUCTION = `# Questions that are ready to ask

The explorer's console lists them; on the command line

    stemma query --named what-beats-what -p method=BERT -p benchmark=GLUE

asks one (\`--named list\` shows all), of the graph folder or, with \`--neo4j URL\`, of a Neo4j server: both give the same
rows. \`stemma query 'MATCH …'\` asks anything else; the files in \`cypher/queries/\` are there to be copied from. Names are
compared without regard to case, and aliases count.

Where one column holds sentences of several papers, each begins with the id of its paper.

What Cypher cannot work out without plug-ins is stored with the nodes when the graph is built:

| property | of | is |
|---|---|---|
| \`community\` | every node | the number of its community (Louvain); 0 is the largest. Queries call it a field, after its most central member |
| \`pagerank\` | papers and entities | PageRank over all edges between them, undirected, in multiples of their mean |
| \`months\`, \`monthRanks\` | entities | parallel lists: the months (\`2024-05\`) in which dated papers link to it, and its PageRank among what the papers of that month say, in multiples of that month's mean. The ranks of several months may be added up |

This page is written by \`npx tsx scripts/query-docs.ts\`.
`;

export function renderQueryDocs(queries: readonly NamedQuery[]): string {
  return [INTRODUCTION, ...queries.map(section)].join('\n');
}

function section({ name, title, answers, parameters }: NamedQuery): string {
  const rows = parameters.map(
    (parameter) =>
      `| \`${parameter.name}\` | ${parameter.type} | \`${JSON.stringify(parameter.default)}\` | ${parameter.description} |`,
  );
  const table = ['| parameter | type | default | |', '|---|---|---|---|', ...rows];
  return `## ${title}\n\n\`${name}\`: ${answers}\n${parameters.length === 0 ? '' : `\n${table.join('\n')}\n`}`;
}

if (process.argv[1] !== undefined && join(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await writeFile(queryDocsFile, renderQueryDocs(await namedQueries('embedded')));
}
