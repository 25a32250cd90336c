/** The whole graph as a file of another program's format, sent while it is written. */
import { edgesCsv, exportCypher, exportGexf, exportGraphml, exportJson, nodesCsv } from '../export/index.js';
import type { KnowledgeGraph } from '../model/index.js';

type Write = (graph: KnowledgeGraph, name: string) => Iterable<string> | AsyncIterable<string>;

/** What can be asked for: the type that is sent, the end of the file's name, and who writes it. */
export const EXPORTS = {
  json: { type: 'application/json', ending: '.json', write: exportJson },
  gexf: { type: 'application/gexf+xml', ending: '.gexf', write: exportGexf },
  graphml: { type: 'application/graphml+xml', ending: '.graphml', write: exportGraphml },
  cypher: { type: 'text/plain; charset=utf-8', ending: '.cypher', write: exportCypher },
  'nodes-csv': { type: 'text/csv; charset=utf-8', ending: '-nodes.csv', write: nodesCsv },
  'edges-csv': { type: 'text/csv; charset=utf-8', ending: '-edges.csv', write: edgesCsv },
} as const satisfies Record<string, { type: string; ending: string; write: Write }>;

type ExportFormat = keyof typeof EXPORTS;
export const EXPORT_FORMATS = Object.keys(EXPORTS) as [ExportFormat, ...ExportFormat[]];

/** Characters that are sent at once. */
const PIECE = 1 << 16;

/** @param name of the graph, of which the file's name is made */
export function sendExport(graph: KnowledgeGraph, name: string, format: ExportFormat): Response {
  const { type, ending, write } = EXPORTS[format];
  const file = `${name.replaceAll(/[^\w.-]+/g, '-')}${ending}`;
  // Written no faster than it is read, so that memory does not hold it.
  const body = ReadableStream.from(pieces(write(graph, name))).pipeThrough(new TextEncoderStream());
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${file}"` },
  });
}

/** Each on a turn of its own: other requests are answered between two. */
async function* pieces(lines: ReturnType<Write>): AsyncGenerator<string> {
  let piece = '';
  for await (const line of lines) {
    piece += line;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
    await new Promise(setImmediate);
  }
  yield piece;
}
