/** The graph made anew with one edit more or less, from its stored records; then the file is written, then the graph. */
import { applying, type Curation, writeCuration } from '../curation/index.js';
import { assembleGraph, type CurationReport, countGraph } from '../graph/index.js';
import { CurationError, StemmaError } from '../model/index.js';
import { type OpenGraph, openGraph, readMembers, readNodes, readRecords, writeGraph } from '../store/index.js';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly community: number;
}

/** Plain data, as it goes to another thread. */
export interface Remake {
  /** The graph's folder. */
  readonly dir: string;
  readonly before: Curation;
  readonly next: Curation;
  /** The id of a node that takes another one: its place goes with it. */
  readonly retyped: string | undefined;
  /** Places of nodes that the graph has not now and may have again. */
  readonly gone: ReadonlyMap<string, Place>;
}

/**
 * @returns the id of the node that the new edit is about
 * @throws CurationError when an edit cannot be applied or the new one changes nothing: nothing is then written
 * @throws GraphError `cannot-write`: the file is then as it was
 */
export async function remake({ dir, before, next, retyped, gone }: Remake): Promise<string | undefined> {
  const open = await openGraph(dir);
  const records = [...readRecords(open)];
  const places = new Map(gone);
  for (const { id, x, y, community } of readNodes(open)) places.set(id, { x, y, community });
  const last = before.edits.length;
  let report: CurationReport = { notes: [], subjects: [] };
  const onCurated = (said: CurationReport) => {
    report = said;
    const place = retyped === undefined ? undefined : places.get(retyped);
    const id = said.subjects[last];
    if (place && id !== undefined) places.set(id, place);
    const idle = said.notes.find(({ edit, kind }) => edit === last && kind === 'idle');
    if (idle) throw new CurationError('nothing-to-do', `nothing to do: ${idle.message}`, { edit: last });
  };
  const graph = withoutLine(last, () =>
    applying(next, () => assembleGraph(records, { edits: next.edits, places, onCurated })),
  );
  await writeCuration(next.path, next.text);
  try {
    const meta = { ...open.meta, ...countGraph(graph) };
    await writeGraph(dir, { meta, graph, records, members: membersOf(open), earlier: open });
  } catch (error) {
    await writeCuration(before.path, before.text);
    throw error;
  }
  return report.subjects[last];
}

/** What the sources said goes on unchanged from version to version. */
function* membersOf(open: OpenGraph): Generator<string> {
  for (const members of readMembers<unknown>(open)) yield JSON.stringify(members);
}

/** What is wrong with the new edit is said without the line that it does not have yet. */
function withoutLine<T>(last: number, deed: () => T): T {
  try {
    return deed();
  } catch (error) {
    if (!(error instanceof CurationError) || error.edit !== last) throw error;
    let cause: unknown = error;
    while (cause instanceof StemmaError && cause.cause instanceof StemmaError) cause = cause.cause;
    throw new CurationError(error.code, cause instanceof Error ? cause.message : error.message, {}, { cause: error });
  }
}
