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
  curation: Curation,
  records: SortedRecords,
  options: Pick<AssembleOptions, 'places' | 'placedAs'> = {},
): { graph: KnowledgeGraph; idle: CurationReport['notes'] } {
  let idle: CurationReport['notes'] = [];
  const onCurated = (report: CurationReport) => {
    idle = report.notes;
  };
  const graph = applying(curation, () => assembleGraph(records, { ...options, edits: curation.edits, onCurated }));
  return { graph, idle };
}

/** Says which edits changed nothing. @returns them with their lines */
export function noteIdle(
  terminal: Terminal,
  { edits, places, path }: Curation,
  idle: CurationReport['notes'],
): { line: number; message: string }[] {
  return idle.map(({ edit, message }) => {
    const line = places[edit]?.line ?? 1;
    const said = edits[edit];
    terminal.note(`${path}:${line}: ${said ? formatEdit(said) : ''}: ${message}`);
    return { line, message };
  });
}
