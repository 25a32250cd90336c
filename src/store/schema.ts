/** Reads `cypher/schema.cypher`: a line `// store: NAME` says whose the statements after it are. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from '../model/index.js';
import { splitStatements } from './cypher-text.js';
import { cypherFolder } from './places.js';
import type { Store } from './store.js';

export async function readSchema(store: Store['kind']): Promise<string[]> {
  return splitStatements(sectionOf(await readFile(join(cypherFolder, 'schema.cypher'), 'utf8'), store));
}

/** The statement of `cypher/load/` that writes nodes of a label or relationships of a type to Neo4j. */
export async function readLoadStatement(labelOrType: string): Promise<string> {
  const path = join(cypherFolder, 'load', `${labelOrType.toLowerCase().replaceAll('_', '-')}.cypher`);
  const [statement] = splitStatements(await readFile(path, 'utf8'));
  if (statement === undefined) throw new StoreError('failed', `${path} holds no statement`);
  return statement;
}

/** The text of one store's sections; what stands before the first such line belongs to both. */
export function sectionOf(text: string, store: Store['kind']): string {
  let ours = true;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const owner = /^\/\/ store: (\S+)\s*$/.exec(line)?.[1];
    if (owner !== undefined) ours = owner === store;
    else if (ours) lines.push(line);
  }
  return lines.join('\n');
}
