/** Assembling with the edits of `curation.yaml`: what is wrong with one, or should be known of it, is said at its line. */
import { applying, type Curation } from '../curation/index.js';
import { type AssembleOptions, assembleGraph, type CurationReport } from '../graph/index.js';
import { formatEdit, type KnowledgeGraph, type SortedRecords } from '../model/index.js';
import type { Terminal } from './terminal.js';

/**
 * @returns the graph, and what should be known of edits
 * @throws CurationError with file, line and column
 */
export function assembleCurated(
  curation: Curation,
  records: SortedRecords,
  options: Pick<AssembleOptions, 'places' | 'placedAs'> = {},
): { graph: KnowledgeGraph; notes: CurationReport['notes'] } {
  let notes: CurationReport['notes'] = [];
  const onCurated = (report: CurationReport) => {
    notes = report.notes;
  };
  const graph = applying(curation, () => assembleGraph(records, { ...options, edits: curation.edits, onCurated }));
  return { graph, notes };
}

/** Says what should be known of edits. @returns those that changed nothing, with their lines */
export function noteEdits(
  terminal: Terminal,
  { edits, places, path }: Curation,
  notes: CurationReport['notes'],
): { line: number; message: string }[] {
  return notes.flatMap(({ edit, kind, message }) => {
    const line = places[edit]?.line ?? 1;
    const said = edits[edit];
    terminal.note(`${path}:${line}: ${said ? formatEdit(said) : ''}: ${message}`);
    return kind === 'idle' ? [{ line, message }] : [];
  });
}
