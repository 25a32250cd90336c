/** The graph as GraphML, for yEd, NetworkX, igraph, Cytoscape and graphology; lists are one text, an item a line. */
import { escapeXml, type GraphEdge, type GraphNode, type KnowledgeGraph } from '../model/index.js';
import {
  EDGE_PROPERTIES,
  edgeProperties,
  type Kind,
  NODE_PROPERTIES,
  nodeProperties,
  type Property,
} from '../store/index.js';

const TYPES: Record<Kind, string> = {
  string: 'string', strings: 'string', integer: 'long', integers: 'string', float: 'double', floats: 'string',
}; // biome-ignore format: a table

/** A name that two labels share is one key: their kinds are the same. */
function keysOf(kinds: Readonly<Record<string, Readonly<Record<string, Kind>>>>): Map<string, Kind> {
  const keys = new Map<string, Kind>();
  for (const properties of Object.values(kinds)) {
    // Of an edge's evidence some types keep one sentence and some a list: both are text here.
    for (const [name, kind] of Object.entries(properties)) if (!keys.has(name)) keys.set(name, kind);
  }
  keys.delete('id');
  return keys;
}

export function* exportGraphml({ nodes, edges }: KnowledgeGraph): Generator<string> {
  const nodeKeys = new Map<string, Kind>([['label', 'string'], ...keysOf(NODE_PROPERTIES)]);
  const edgeKeys = new Map<string, Kind>([['type', 'string'], ...keysOf(EDGE_PROPERTIES)]);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield* declare('node', nodeKeys);
  yield* declare('edge', edgeKeys);
  yield '  <graph edgedefault="directed">\n';
  for (const node of nodes) {
    const { id: _, ...properties } = nodeProperties(node);
    yield `    <node id="${escapeXml(node.id)}">${data('n', { label: node.label, ...properties })}</node>\n`;
  }
  for (const [index, edge] of edges.entries()) {
    yield `    <edge id="e${index}" source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}">` +
      `${data('e', { type: edge.type, ...edgeProperties(edge) })}</edge>\n`;
  }
  yield '  </graph>\n</graphml>\n';
}

function* declare(domain: 'node' | 'edge', keys: ReadonlyMap<string, Kind>): Generator<string> {
  for (const [name, kind] of keys) {
    yield `  <key id="${domain.charAt(0)}_${name}" for="${domain}" attr.name="${name}" attr.type="${TYPES[kind]}"/>\n`;
  }
}

function data(
  prefix: 'n' | 'e',
  properties: Readonly<Record<string, Property | GraphNode['label'] | GraphEdge['type']>>,
) {
  return Object.entries(properties)
    .map(([name, value]) => {
      const text = Array.isArray(value) ? value.map((item) => String(item).replace(/\s+/g, ' ')).join('\n') : value;
      return `<data key="${prefix}_${name}">${escapeXml(String(text))}</data>`;
    })
    .join('');
}
