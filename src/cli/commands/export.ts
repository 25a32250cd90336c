/** `stemma export`: the whole graph as one file of another program's format. */
import { once } from 'node:events';
import { exportGexf, exportJson, writeAtomically } from '../../export/index.js';
import { readGraph } from '../../store/index.js';
import type { Terminal } from '../terminal.js';

const EXPORTERS = { json: exportJson, gexf: exportGexf };

export interface ExportOptions {
  graph: string;
  format: keyof typeof EXPORTERS;
  out?: string;
}

export async function runExport(terminal: Terminal, { graph: folder, format, out }: ExportOptions): Promise<void> {
  const { graph } = await readGraph(folder);
  const chunks = EXPORTERS[format](graph);
  if (out !== undefined) {
    await writeAtomically(out, chunks);
    terminal.note(`wrote ${graph.nodes.length} nodes and ${graph.edges.length} edges to ${out}`);
    return;
  }
  for (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
