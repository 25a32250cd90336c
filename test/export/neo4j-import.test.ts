/** The import tool's files: Neo4j's own tool takes them, and what it makes of them is what a load makes. */
import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { KnowledgeGraph } from '../../src/model/index.js';
import { splitStatements } from '../../src/store/cypher-text.js';
import { loadNeo4j } from '../../src/store/index.js';
import { connect } from '../../src/store/neo4j/driver.js';
import { graph } from '../store/fixture.js';
import { graphFolder } from '../support/graph-folder.js';
import { neo4jAdmin, type OwnNeo4j, ownNeo4jIsAbsent, startOwnNeo4j } from '../support/neo4j.js';
import { freshFolder, stemma } from '../support/stemma.js';

/** What a CSV file can break: quotes, line ends, separators, escapes, and numbers of all sizes. */
const tricky: KnowledgeGraph = {
  nodes: graph.nodes.map((node) =>
    node.label === 'Paper'
      ? {
          ...node,
          abstract: `${node.abstract} "quoted", 'single'; a\\backslash\\", a\ttab,\nanother line\r\nand 𝔘nicode, ;|`,
          authors: ['O"Hara, A.', 'Ünal; B.', ''],
          x: -1e-7,
          pagerank: 1,
        }
      : node,
  ),
  edges: graph.edges,
};

describe.skipIf(ownNeo4jIsAbsent)(`neo4j-import${ownNeo4jIsAbsent ? ` (skipped: ${ownNeo4jIsAbsent})` : ''}`, () => {
  let server: OwnNeo4j | undefined;
  afterAll(() => server?.stop());

  it('gives the graph that a load gives', { timeout: 240_000 }, async () => {
    const out = join(freshFolder(), 'import');
    const { status, stderr } = stemma([
      'export',
      '--graph',
      graphFolder(tricky),
      '--format',
      'neo4j-import',
      '--out',
      out,
    ]);
    expect({ status, stderr }).toMatchObject({ status: 0 });

    const home = freshFolder();
    // The command as it was written, but for the program's name.
    const script = readFileSync(join(out, 'import.sh'), 'utf8');
    const words = script.slice(script.indexOf('exec neo4j-admin')).replaceAll('\\\n', ' ').trim().split(/\s+/).slice(2);
    expect(words.at(-1)).toMatch(/^"\$\{1:-neo4j\}"$/);
    const imported = neo4jAdmin(home, [...words.slice(0, -1), 'neo4j'], out);
    expect(imported.said).toMatch(new RegExp(`${tricky.nodes.length} nodes\\s+${tricky.edges.length} relationships`));
    expect(imported.status).toBe(0);

    server = await startOwnNeo4j(home);
    const driver = connect(server);
    const session = driver.session();
    for (const statement of splitStatements(readFileSync(join(out, 'after-import.cypher'), 'utf8'))) {
      await session.run(statement);
    }
    await session.run('CALL db.awaitIndexes(120)');
    const dump = async (name: string) => {
      const { records } = await session.run(
        `MATCH (n) WHERE n.graph = $name
         OPTIONAL MATCH (n)-[r]->(m)
         RETURN labels(n) AS labels, properties(n) AS node, [k IN keys(n) | k + ' ' + valueType(n[k])] AS kinds,
           type(r) AS type, properties(r) AS edge, [k IN keys(r) | k + ' ' + valueType(r[k])] AS edgeKinds, m.id AS target
         ORDER BY n.id, type, target`,
        { name },
      );
      return records.map((record) => {
        const { node, edge, kinds, edgeKinds, ...rest } = record.toObject() as { [key: string]: unknown };
        const plain = (item: unknown) => item && { ...(item as object), graph: undefined };
        const sorted = (list: unknown) => list && [...(list as string[])].sort();
        return { ...rest, node: plain(node), edge: plain(edge), kinds: sorted(kinds), edgeKinds: sorted(edgeKinds) };
      });
    };
    await loadNeo4j(server, 'loaded', tricky);
    const loaded = await dump('loaded');
    expect(loaded.length).toBeGreaterThanOrEqual(tricky.edges.length);
    expect(await dump('stemma')).toEqual(loaded);
    const { records } = await session.run('SHOW INDEXES YIELD name, state WHERE name STARTS WITH "stemma_" RETURN *');
    expect(new Set(records.map((record) => record.get('state') as string))).toEqual(new Set(['ONLINE']));
    expect(records.map((record) => record.get('name') as string)).toContain('stemma_text');
    await session.close();
    await driver.close();
  });
});

it('refuses a folder that holds something, and leaves it as it is', async () => {
  const out = freshFolder();
  await mkdir(join(out, 'mine'));
  await writeFile(join(out, 'mine.txt'), 'mine');
  const { status, stderr } = stemma([
    'export',
    '--graph',
    graphFolder(graph),
    '--format',
    'neo4j-import',
    '--out',
    out,
  ]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('is not empty') });
  expect((await readdir(out)).sort()).toEqual(['mine', 'mine.txt']);
});
