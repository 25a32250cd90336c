/** GraphML and CSV, read back by others' parsers; the Cypher script, run on a real Neo4j. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml/node/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCsv, exportCypher, exportGraphml } from '../../src/export/index.js';
import type { GraphNode, KnowledgeGraph } from '../../src/model/index.js';
import { splitStatements } from '../../src/store/cypher-text.js';
import { Neo4jStore, readNeo4j } from '../../src/store/index.js';
import { connect } from '../../src/store/neo4j/driver.js';
import { edgeProperties, nodeProperties, type Property } from '../../src/store/properties.js';
import { questionGraph } from '../cypher/question-graph.js';
import { AWKWARD, graph } from '../store/fixture.js';
import { type Neo4jForTests, neo4jIsAbsent, startNeo4j } from '../support/neo4j.js';
import { freshFolder, stemma } from '../support/stemma.js';

const anyText = fc.string({ unit: 'binary', minLength: 1 });
const FEW = { numRuns: 60 };
const renamed = (name: string): KnowledgeGraph => ({
  nodes: graph.nodes.map((node) => ({ ...node, name }) as GraphNode),
  edges: graph.edges,
});

describe('GraphML', () => {
  const read = (content: KnowledgeGraph) =>
    parseGraphml(MultiDirectedGraph, [...exportGraphml(content)].join(''), { addMissingNodes: false });
  /** Lists are one text, an item a line. */
  const flat = (value: Property) =>
    Array.isArray(value) ? value.map((item) => String(item).replace(/\s+/g, ' ')).join('\n') : value;

  it.each([
    ['the fixture', graph],
    ['the questions', questionGraph],
  ])('keeps every node and edge of %s with its properties', (_, content) => {
    const found = read(content);
    expect([found.order, found.size]).toEqual([content.nodes.length, content.edges.length]);
    for (const node of content.nodes) {
      const { id, ...properties } = nodeProperties(node);
      const expected = Object.entries({ label: node.label, ...properties }).map(([key, value]) => [key, flat(value)]);
      expect(found.getNodeAttributes(id as string)).toMatchObject(Object.fromEntries(expected));
    }
    const told = found.mapEdges((_, { type, confidence, evidence }, source, target) => ({
      source, target, type, confidence, evidence,
    })); // biome-ignore format: one line
    expect(told).toEqual(
      content.edges.map((edge) => {
        const { confidence, evidence } = edgeProperties(edge);
        const { source, target, type } = edge;
        return { source, target, type, confidence, evidence: evidence === undefined ? undefined : flat(evidence) };
      }),
    );
  });

  it('keeps whatever a name holds, but for what XML cannot', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const kept = name.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '?');
        expect(read(renamed(name)).getNodeAttribute('arxiv:1', 'name')).toBe(kept);
      }),
      FEW,
    );
  });
});

describe('CSV', () => {
  const read = (folder: string, file: string): Record<string, string>[] =>
    parseCsv(readFileSync(join(folder, file), 'utf8'), { columns: true });
  const cellsOf = (properties: Record<string, Property>) =>
    Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [
        key,
        Array.isArray(value) ? JSON.stringify(value) : String(value),
      ]),
    );

  it('is a table of nodes and one of edges, with every property', async () => {
    const folder = join(freshFolder(), 'deep', 'tables');
    await exportCsv(graph, folder);
    expect(readdirSync(folder).sort()).toEqual(['edges.csv', 'nodes.csv']);
    const full = (rows: Record<string, string>[]) =>
      rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')));
    expect(full(read(folder, 'nodes.csv'))).toEqual(
      graph.nodes.map((node) => ({ label: node.label, ...cellsOf(nodeProperties(node)) })),
    );
    expect(full(read(folder, 'edges.csv'))).toEqual(
      graph.edges.map((edge) => {
        const { source, target, type } = edge;
        return { source, target, type, ...cellsOf(edgeProperties(edge)) };
      }),
    );
  });

  it('keeps whatever a name holds', async () => {
    const folder = freshFolder();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (name) => {
        await exportCsv(renamed(name), folder);
        expect(read(folder, 'nodes.csv')[0]?.['name']).toBe(name);
      }),
      FEW,
    );
  });

  it('to a place that cannot be written says where', async () => {
    await expect(exportCsv(graph, join('/dev/null', 'x'))).rejects.toMatchObject({ code: 'cannot-write' });
  });
});

describe.skipIf(neo4jIsAbsent)(`the Cypher script${neo4jIsAbsent ? ` (skipped: ${neo4jIsAbsent})` : ''}`, () => {
  let server: Neo4jForTests;
  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(() => server?.stop());

  async function run(content: KnowledgeGraph, name: string): Promise<void> {
    let script = '';
    for await (const chunk of exportCypher(content, name)) script += chunk;
    const driver = connect(server);
    for (const statement of splitStatements(script)) await driver.executeQuery(statement);
    await driver.close();
  }

  it('makes the graph that it was made from, however often it is run', { timeout: 180_000 }, async () => {
    await run(graph, 'fixture');
    await run(graph, 'fixture');
    expect(await readNeo4j(server, 'fixture')).toEqual(graph);
    const few = { nodes: questionGraph.nodes.slice(0, 3), edges: [] };
    await run(few, AWKWARD);
    expect(await readNeo4j(server, AWKWARD)).toEqual(few);
    expect(await readNeo4j(server, 'fixture')).toEqual(graph);
  });

  it('keeps the kinds of numbers, and whatever a name holds', async () => {
    const names = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { numRuns: 30, seed: 4 });
    const nodes = names.map((name, i) => ({ ...graph.nodes[0], id: `text:${100 + i}`, name, x: i }) as GraphNode);
    nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
    await run({ nodes, edges: [] }, 'names');
    expect((await readNeo4j(server, 'names')).nodes).toEqual(nodes);
    const store = new Neo4jStore(server);
    const { rows } = await store.query("MATCH (n:Paper {graph: 'names'}) RETURN max(n.x / 2) AS half", {
      maxRows: 1,
      timeoutMs: 20_000,
    });
    // Places are floats though they are whole.
    expect(rows).toEqual([{ half: 14.5 }]);
    await store.close();
  });

  it('brings the full-text index, which finds names, aliases and abstracts', { timeout: 60_000 }, async () => {
    await run(questionGraph, 'stemma');
    const store = new Neo4jStore(server);
    const find = async (text: string) => {
      const found = await store.query(
        "CALL db.index.fulltext.queryNodes('stemma_text', $text) YIELD node WHERE node.graph = 'stemma' RETURN DISTINCT node.id AS id ORDER BY id",
        { parameters: { text }, maxRows: 20, timeoutMs: 20_000 },
      );
      return found.rows.map(({ id }) => id);
    };
    // The index is brought up to date beside the writes.
    for (let waits = 0; waits < 50 && (await find('attention')).length === 0; waits++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(await find('attention')).toEqual(['technique:attn']);
    expect(await find('undated')).toEqual(['text:7']);
    expect(await find('cleo')).toEqual(['author:cleo']);
    await store.close();
  });

  it('is what the command line writes, of a graph in Neo4j too; and paths are found there', {
    timeout: 120_000,
  }, async () => {
    // The graph is there from the test before.
    const [script, folder] = [join(freshFolder(), 'graph.cypher'), join(freshFolder(), 'tables')];
    const from = ['--neo4j', server.url];
    expect(stemma(['export', '--format', 'cypher', '--out', script, ...from])).toMatchObject({ status: 0 });
    let expected = '';
    for await (const chunk of exportCypher(questionGraph, 'stemma')) expected += chunk;
    expect(readFileSync(script, 'utf8')).toBe(expected);
    expect(stemma(['export', '--format', 'csv', ...from])).toMatchObject({ status: 2 });
    expect(stemma(['export', '--format', 'csv', '--out', folder, ...from])).toMatchObject({ status: 0 });
    expect(readdirSync(folder).sort()).toEqual(['edges.csv', 'nodes.csv']);
    const { stdout } = stemma(['export', '--format', 'graphml', ...from]);
    expect(stdout).toBe([...exportGraphml(questionGraph)].join(''));
    const path = JSON.parse(stemma(['path', 'Attention', 'bert-large', '--json', ...from]).stdout);
    expect(path.paths[0].nodes.map(({ name }: { name: string }) => name)).toEqual(['Attn', 'Bert', 'Bert-large']);
  });
});
