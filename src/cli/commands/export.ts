/** `stemma export`: the whole graph as one file of another program's format. */
import { once } from 'node:events';
import { exportGexf, exportJson, writeAtomically } from '../../export/index.js';
import { type GraphOptions, openSource } from '../graph-source.js';
import type { Terminal } from '../terminal.js';

const EXPORTERS = { json: exportJson, gexf: exportGexf };

export interface ExportOptions extends GraphOptions {
  format: keyof typeof EXPORTERS;
  out?: string;
}

export async function runExport(terminal: Terminal, options: ExportOptions): Promise<void> {
  const { format, out } = options;
  const graph = await (await openSource(options)).readGraph();
  const chunks = EXPORTERS[format](graph);
  if (out !== undefined) {
    await writeAtomically(out, chunks);
    terminal.note(`wrote ${graph.nodes.length} nodes and ${graph.edges.length} edges to ${out}`);
    return;
  }
  for (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
