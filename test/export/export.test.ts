/** Every exporter over the same graph, read back by somebody else's parser. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportGexf, exportJson, writeAtomically } from '../../src/export/index.js';
import { assembleGraph } from '../../src/graph/index.js';
import type { KnowledgeGraph } from '../../src/model/index.js';
import { record } from '../support/records.js';
import { freshFolder } from '../support/stemma.js';

const graph = assembleGraph([
  record({
    id: 'arxiv:2501.00001',
    title: 'Quotes " and <tags> & more',
    abstract: 'FooNet builds on BarNet.\nIt is used.',
    date: '2025-01-02',
    entities: [{ name: 'FooNet', role: 'introduces' }, { name: 'BarNet' }],
    relations: [['FooNet', 'BUILDS_ON', 'BarNet', 'FooNet builds on BarNet.']],
  }),
]);
const all = (chunks: Iterable<string>) => [...chunks].join('');

function parseXml(text: string) {
  const faults: string[] = [];
  const document = new DOMParser({ onError: (_level, message) => faults.push(message) }).parseFromString(
    text,
    'text/xml',
  );
  return { document, faults };
}

describe('JSON', () => {
  it('is the graph itself, an element a line', () => {
    const text = all(exportJson(graph));
    expect(JSON.parse(text)).toEqual(graph);
    expect(text.split('\n').length).toBeGreaterThan(graph.nodes.length + graph.edges.length);
  });

  it('of an empty graph has two empty lists', () => {
    expect(JSON.parse(all(exportJson({ nodes: [], edges: [] })))).toEqual({ nodes: [], edges: [] });
  });
});

describe('GEXF', () => {
  const { document, faults } = parseXml(all(exportGexf(graph)));
  const elements = (name: string) => Array.from(document.getElementsByTagName(name));

  it('is well-formed and holds every node and edge', () => {
    expect(faults).toEqual([]);
    expect(elements('node').map((node) => node.getAttribute('id'))).toEqual(graph.nodes.map((node) => node.id));
    expect(elements('edge').map((edge) => edge.getAttribute('kind'))).toEqual(graph.edges.map((edge) => edge.type));
  });

  it('keeps names, places and colours', () => {
    const paper = elements('node').find((node) => node.getAttribute('id') === 'arxiv:2501.00001');
    expect(paper?.getAttribute('label')).toBe('Quotes " and <tags> & more');
    const place = paper?.getElementsByTagName('viz:position')[0];
    expect(Number(place?.getAttribute('x'))).toBe(graph.nodes[0]?.x);
    expect(elements('viz:color')).toHaveLength(graph.nodes.length);
  });

  it('keeps the evidence', () => {
    const evidence = elements('attvalue').map((value) => value.getAttribute('value'));
    expect(evidence).toContain('FooNet builds on BarNet.');
  });

  it('is well-formed whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const nodes = graph.nodes.map((node) => ({ ...node, name }));
        expect(parseXml(all(exportGexf({ nodes, edges: graph.edges } as KnowledgeGraph))).faults).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('writing', () => {
  it('replaces a file at once and leaves no other file', async () => {
    const folder = freshFolder();
    const path = join(folder, 'out.json');
    writeFileSync(path, 'earlier');
    await writeAtomically(path, exportJson(graph));
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(graph);
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('that fails in the middle leaves the earlier file', async () => {
    const folder = freshFolder();
    const path = join(folder, 'out.json');
    writeFileSync(path, 'earlier');
    function* broken() {
      yield 'half of it';
      throw new Error('the disk is full');
    }
    await expect(writeAtomically(path, broken())).rejects.toMatchObject({ code: 'cannot-write' });
    expect(readFileSync(path, 'utf8')).toBe('earlier');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('to a place that is not there says where', async () => {
    await expect(writeAtomically('/no/such/folder/out.json', ['x'])).rejects.toThrow('/no/such/folder/out.json');
  });
});
