/** Assembling with the edits of `curation.yaml`: what is wrong with one is said at its line, and what is idle is noted. */
import { applying, type Curation } from '../curation/index.js';
import { type AssembleOptions, assembleGraph, type CurationReport } from '../graph/index.js';
import { formatEdit, type KnowledgeGraph, type SortedRecords } from '../model/index.js';
import type { Terminal } from './terminal.js';

/**
 * @returns the graph, and the edits that changed nothing
 * @throws CurationError with file, line and column
 */
export function assembleCurated(
  terminal: Terminal,
  curation: Curation,
  records: SortedRecords,
  options: Pick<AssembleOptions, 'places'> = {},
): { graph: KnowledgeGraph; unused: { line: number; message: string }[] } {
  const { edits, places: lines, path } = curation;
  let notes: CurationReport['notes'] = [];
  const onCurated = (report: CurationReport) => {
    notes = report.notes;
  };
  const graph = applying(curation, () => assembleGraph(records, { ...options, edits, onCurated }));
  const unused = notes.map(({ edit, message }) => ({ line: lines[edit]?.line ?? 1, message, edit }));
  for (const { line, message, edit } of unused) {
    const said = edits[edit];
    terminal.note(`${path}:${line}: ${said ? formatEdit(said) : ''}: ${message}`);
  }
  return { graph, unused: unused.map(({ line, message }) => ({ line, message })) };
}
