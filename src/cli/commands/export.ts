/** `stemma export`: the whole graph as one file of another program's format. */
import { once } from 'node:events';
import {
  exportCsv,
  exportCypher,
  exportGexf,
  exportGraphml,
  exportJson,
  exportNeo4jImport,
  writeAtomically,
} from '../../export/index.js';
import { UsageError } from '../../model/index.js';
import { type GraphOptions, openSource } from '../graph-source.js';
import type { Terminal } from '../terminal.js';

const EXPORTERS = { json: exportJson, gexf: exportGexf, graphml: exportGraphml, cypher: exportCypher };

export interface ExportOptions extends GraphOptions {
  format: keyof typeof EXPORTERS | 'csv' | 'neo4j-import';
  out?: string;
}

export async function runExport(terminal: Terminal, options: ExportOptions): Promise<void> {
  const { format, out } = options;
  const source = await openSource(options);
  if (format === 'neo4j-import') {
    if (out === undefined)
      throw new UsageError('no-folder', 'neo4j-import makes a folder of files: name it with --out');
    const { nodes, edges } = await exportNeo4jImport(await source.streamGraph(), source.name, out);
    terminal.note(`wrote ${nodes} nodes and ${edges} edges to ${out}; ${out}/import.sh holds the command`);
    return;
  }
  const graph = await source.readGraph();
  if (format === 'csv') {
    if (out === undefined) throw new UsageError('no-folder', 'csv makes a folder of two tables: name it with --out');
    await exportCsv(graph, out);
    terminal.note(
      `wrote ${graph.nodes.length} nodes to ${out}/nodes.csv and ${graph.edges.length} edges to ${out}/edges.csv`,
    );
    return;
  }
  const chunks = EXPORTERS[format](graph, source.name);
  if (out !== undefined) {
    await writeAtomically(out, chunks);
    terminal.note(`wrote ${graph.nodes.length} nodes and ${graph.edges.length} edges to ${out}`);
    return;
  }
  for await (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
