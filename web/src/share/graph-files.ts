/** What is shown, as files for other programs: JSON, CSV, and GEXF with places and colours for Gephi. */
import { MultiDirectedGraph } from 'graphology';
import { write } from 'graphology-gexf';
import { toCsv } from '../console/download.js';
import type { Scene } from '../graph/scene.js';
import { linkRows, nodeRows } from '../table/rows.js';

/** Nodes with their places, and the links between them. */
export function toJson({ graph, visible }: Scene): string {
  const nodes = nodeRows(graph, visible).map((row) => {
    const { x, y } = graph.getNodeAttributes(row.id);
    return { ...row, x, y };
  });
  const links = linkRows(graph, visible).map(({ source, target, type, confidence }) => ({
    source,
    target,
    type,
    confidence,
  }));
  return `${JSON.stringify({ nodes, links }, null, 1)}\n`;
}

export function nodesToCsv({ graph, visible }: Scene): string {
  const columns = ['id', 'label', 'name', 'papers', 'year', 'links', 'community', 'pagerank'];
  return csv(columns, nodeRows(graph, visible));
}

export function linksToCsv({ graph, visible }: Scene): string {
  return csv(['source', 'from', 'type', 'target', 'to', 'confidence'], linkRows(graph, visible));
}

/** What is not there is an empty field. */
function csv(columns: readonly string[], rows: readonly object[]): string {
  const whole = rows.map((row) => Object.fromEntries(columns.map((name) => [name, Reflect.get(row, name) ?? ''])));
  return toCsv({ columns: [...columns], rows: whole, truncated: false, milliseconds: 0 });
}

/** GEXF as Gephi opens it: with places, sizes and colours as they are drawn. */
export function toGexf(scene: Scene): string {
  const { graph, visible } = scene;
  const shown = new MultiDirectedGraph();
  for (const id of visible.nodes) shown.addNode(id, graph.getNodeAttributes(id));
  for (const edge of visible.edges) {
    shown.addEdgeWithKey(edge, graph.source(edge), graph.target(edge), graph.getEdgeAttributes(edge));
  }
  return write(shown, {
    formatNode: (id) => {
      const { name, kind, papers, year, community, pagerank, x, y, type } = graph.getNodeAttributes(id);
      return {
        label: name,
        attributes: {
          kind,
          community,
          pagerank,
          ...(papers === undefined ? {} : { papers }),
          ...(year === undefined ? {} : { year }),
        },
        viz: { x, y, ...scene.lookOf(id), shape: type },
      };
    },
    formatEdge: (edge) => {
      const { kind, confidence } = graph.getEdgeAttributes(edge);
      return { label: kind, weight: confidence, attributes: { kind, confidence } };
    },
  });
}
