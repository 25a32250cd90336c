/**
 * The questions of `cypher/queries/`, one a file. The leading comment says what it is: the first line is the title, the
 * next lines are what it answers, and a line `// $name type = default - description` is a parameter; the default is JSON.
 * After a line `// store: NAME` stands the text of one store, where the two need different text.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { compareText, GraphError } from '../model/index.js';
import { inGraph } from './neo4j/one-graph.js';
import { cypherFolder } from './places.js';
import { sectionOf } from './schema.js';
import type { Store } from './store.js';

export const QueryParameterSchema = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'float', 'boolean']),
  default: z.union([z.string(), z.number(), z.boolean()]),
  description: z.string(),
});

export const NamedQuerySchema = z.object({
  /** The file's name without its ending. */
  name: z.string(),
  title: z.string().min(1),
  answers: z.string().min(1),
  parameters: z.array(QueryParameterSchema),
  /** The text for the store that was asked for. */
  cypher: z.string().min(1),
});
export type NamedQuery = z.infer<typeof NamedQuerySchema>;

/**
 * All named queries in the text of one store, sorted by name.
 * @param graph the graph's name, where it may be one of several in the store: only this one is then asked
 * @throws GraphError `damaged` naming the file
 */
export async function namedQueries(store: Store['kind'], graph?: string): Promise<NamedQuery[]> {
  const folder = join(cypherFolder, 'queries');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cypher')).sort(compareText);
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(join(folder, file), 'utf8');
      try {
        const query = parseNamedQuery(file.replace(/\.cypher$/, ''), text, store);
        if (store === 'embedded' || graph === undefined) return query;
        return { ...query, cypher: inGraph(query.cypher, graph) };
      } catch (error) {
        throw new GraphError('damaged', `${join(folder, file)} is not written as a named query must be`, {
          cause: error,
        });
      }
    }),
  );
}

/** @throws ZodError, SyntaxError where the leading comment is not as the first lines of this file say */
export function parseNamedQuery(name: string, text: string, store: Store['kind']): NamedQuery {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//') || line.startsWith('// store:'));
  const [title, ...rest] = lines.slice(0, end).map((line) => line.replace(/^\/\/ ?/, '').trim());
  const parameters = rest.filter((line) => line.startsWith('$')).map(parseParameter);
  const answers = rest.filter((line) => line !== '' && !line.startsWith('$')).join(' ');
  const cypher = sectionOf(lines.slice(end).join('\n'), store).trim().replace(/;$/, '');
  return NamedQuerySchema.parse({ name, title, answers, parameters, cypher });
}

function parseParameter(line: string): unknown {
  const [, name, type, value = '', description] = /^\$(\w+) (\w+) = ("(?:\\.|[^"\\])*"|\S+) - (.+)$/.exec(line) ?? [];
  return { name, type, default: JSON.parse(value) as unknown, description };
}
