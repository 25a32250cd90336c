/** The graph as GEXF 1.3 with places, sizes and colours, for Gephi and its kin. */
import { escapeXml, type GraphEdge, type GraphNode, type KnowledgeGraph, type NodeLabel } from '../model/index.js';

/** The explorer's colours by label, as red, green, blue. */
const COLOURS: Record<NodeLabel, readonly [number, number, number]> = {
  Paper: [107, 122, 141],
  Concept: [46, 111, 187],
  Technique: [217, 119, 22],
  Model: [31, 138, 91],
  Benchmark: [139, 92, 184],
  Author: [150, 150, 150],
  Organization: [150, 150, 150],
};

const NODE_ATTRIBUTES = [
  ['label', 'string', (node: GraphNode) => node.label],
  ['community', 'integer', (node: GraphNode) => node.community],
  ['pagerank', 'double', (node: GraphNode) => node.pagerank],
  ['date', 'string', (node: GraphNode) => ('date' in node ? node.date : undefined)],
  ['year', 'integer', (node: GraphNode) => ('year' in node ? node.year : undefined)],
  ['url', 'string', (node: GraphNode) => ('url' in node ? node.url : undefined)],
  ['papers', 'integer', (node: GraphNode) => ('papers' in node ? node.papers : undefined)],
  ['aliases', 'string', (node: GraphNode) => ('aliases' in node ? node.aliases.join('; ') : undefined)],
  ['firstSeen', 'string', (node: GraphNode) => ('firstSeen' in node ? node.firstSeen : undefined)],
  ['lastSeen', 'string', (node: GraphNode) => ('lastSeen' in node ? node.lastSeen : undefined)],
] as const;

const EDGE_ATTRIBUTES = [
  ['confidence', 'double', (edge: GraphEdge) => edge.confidence],
  ['evidence', 'string', (edge: GraphEdge) => ('evidence' in edge ? [edge.evidence].flat().join('\n') : undefined)],
  ['papers', 'string', (edge: GraphEdge) => ('papers' in edge ? edge.papers.join(' ') : undefined)],
] as const;

export function* exportGexf({ nodes, edges }: KnowledgeGraph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n';
  yield '  <meta><creator>Stemma</creator></meta>\n';
  yield '  <graph mode="static" defaultedgetype="directed">\n';
  yield declare('node', NODE_ATTRIBUTES);
  yield declare('edge', EDGE_ATTRIBUTES);
  yield '    <nodes>\n';
  for (const node of nodes) {
    const [r, g, b] = COLOURS[node.label];
    const size = 'papers' in node ? 2 + 2 * Math.sqrt(node.papers) : 4;
    yield `      <node id="${escapeXml(node.id)}" label="${escapeXml(node.name)}">${values(NODE_ATTRIBUTES, node)}` +
      `<viz:position x="${node.x}" y="${node.y}"/><viz:size value="${size.toFixed(2)}"/><viz:color r="${r}" g="${g}" b="${b}"/></node>\n`;
  }
  yield '    </nodes>\n    <edges>\n';
  for (const [index, edge] of edges.entries()) {
    yield `      <edge id="${index}" source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}" label="${edge.type}" kind="${edge.type}">` +
      `${values(EDGE_ATTRIBUTES, edge)}</edge>\n`;
  }
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

type Attributes<T> = readonly (readonly [string, string, (item: T) => string | number | undefined])[];

function declare(kind: 'node' | 'edge', attributes: readonly (readonly [string, string, unknown])[]): string {
  const lines = attributes.map(
    ([title, type], id) => `      <attribute id="${id}" title="${title}" type="${type}"/>\n`,
  );
  return `    <attributes class="${kind}">\n${lines.join('')}    </attributes>\n`;
}

function values<T>(attributes: Attributes<T>, item: T): string {
  const found = attributes.flatMap(([, , read], id) => {
    const value = read(item);
    return value === undefined ? [] : [`<attvalue for="${id}" value="${escapeXml(String(value))}"/>`];
  });
  return `<attvalues>${found.join('')}</attvalues>`;
}
