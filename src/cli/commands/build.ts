/**
 * `stemma build`: papers in, graph stored. Ends with a table of what was read and what came of it. With `--add`, what
 * the graph's sources said is merged with what the new ones say, as if all had been read at once, and only texts that
 * were not read before are extracted.
 */
import { readCuration } from '../../curation/index.js';
import { createExtractor, DEFAULT_EXTRACTOR } from '../../extract/index.js';
import { countGraph } from '../../graph/index.js';
import { type ExtractionRecord, type Fault, InputError, UsageError } from '../../model/index.js';
import { type Provenance, RecordJournal, standingGraph, writeGraph } from '../../store/index.js';
import { assembleCurated, noteEdits } from '../curated-graph.js';
import { EarlierGraph } from '../earlier.js';
import { extractorOptions, type LlmFlags } from '../llm-options.js';
import { sampleFile } from '../package-info.js';
import { type PipelineCounts, records } from '../pipeline.js';
import { makerHash, readerHash } from '../reader-hash.js';
import { withShelves } from '../shelves.js';
import { formatCount, formatTable, type Terminal } from '../terminal.js';

export interface BuildOptions extends LlmFlags {
  graph: string;
  /** To the graph that is there, instead of a new one. */
  add?: boolean;
  /** By default that of the graph that is added to, else the accurate one. */
  extractor?: string | undefined;
  /** By default the day of the graph that is added to, else today. */
  asOf?: string | undefined;
  strict?: boolean;
  json?: boolean;
  /** Files of records that the same extractor made elsewhere: the texts of these are not read again. */
  records?: readonly string[] | undefined;
  /** Whether the inputs themselves are such files. */
  recordsOnly?: boolean;
}

export interface BuildSummary {
  graph: string;
  papers: number;
  read: number;
  merged: number;
  /** Different papers whose text the same extractor had read before: for the graph that was there, or in a build that died. */
  known: number;
  refused: Fault[];
  nodes: Record<string, number>;
  edges: Record<string, number>;
  /** Edits of `curation.yaml` that the graph was made with, and those of them that changed nothing. */
  curation: { edits: number; unused: { line: number; message: string }[] };
  /** Whether the graph that was there is the one that would have been made: it was left as it is. */
  unchanged: boolean;
  seconds: number;
}

export async function runBuild(terminal: Terminal, inputs: readonly string[], options: BuildOptions): Promise<void> {
  const summary = await buildGraph(terminal, inputs, options);
  if (options.json) terminal.print(JSON.stringify(summary));
  else if (summary.unchanged) {
    terminal.print(
      `nothing has changed: the graph of ${formatCount(summary.papers)} papers in ${summary.graph} stands`,
    );
  } else printSummary(terminal, summary, inputs.length === 0);
}

/**
 * @throws InputError `refused` under `strict`, CurationError for an edit that is wrong; before anything is written
 * @throws UsageError `nothing-to-add`, `other-extractor`, `other-day`
 */
export async function buildGraph(
  terminal: Terminal,
  inputs: readonly string[],
  options: BuildOptions,
): Promise<BuildSummary> {
  const started = process.hrtime.bigint();
  const sample = inputs.length === 0;
  const curation = await readCuration(options.graph);
  // Of the code as it was loaded: another may be installed while papers are read.
  const by = makerHash(curation.text ?? '');
  if (options.add && sample) throw new UsageError('nothing-to-add', 'build --add needs an input: name what to add');
  const earlier = options.add ? await EarlierGraph.open(options.graph) : undefined;
  const asOf = options.asOf ?? earlier?.meta.asOf ?? new Date().toISOString().slice(0, 10);
  const name = options.extractor ?? earlier?.meta.extractor ?? DEFAULT_EXTRACTOR;
  earlier?.check(options.graph, name, asOf);
  if (options.add && earlier === undefined) terminal.note(`there is no graph in ${options.graph} yet: it is built`);
  const extractor = await createExtractor(name, extractorOptions(options));
  try {
    earlier?.checkVersion(options.graph, extractor);
  } catch (error) {
    await extractor.close();
    throw error;
  }
  // A server may answer otherwise another day, and its answers are kept elsewhere.
  const reader = extractor.estimate === undefined ? readerHash(extractor.version) : undefined;
  const knowsNothing = reader === undefined || options.recordsOnly === true;
  const journal = reader === undefined ? undefined : new RecordJournal(options.graph, reader);
  const counts: PipelineCounts = { read: 0, merged: 0, known: 0, faults: [] };
  const isElsewhere = options.records !== undefined || options.recordsOnly === true;
  const isOfOneReader = !isElsewhere && (earlier === undefined || earlier.meta.reader === reader);
  const made = await withShelves(async ({ known, records: shelved, members }) => {
    if (earlier === undefined && !knowsNothing) await known.addGraphIn(options.graph, reader);
    for (const record of journal?.left() ?? []) known.add(record);
    if (options.records) await known.addFiles(options.records, (fault) => counts.faults.push(fault));
    const source = {
      inputs: sample ? [sampleFile] : inputs,
      asOf,
      extractor,
      terminal,
      yes: options.yes,
      earlier,
      known,
      recordsOnly: options.recordsOnly,
      onExtracted: (record: ExtractionRecord) => journal?.keep(record),
      onMembers: (texts: readonly string[]) => members.add(`[${texts.join(',')}]`),
    };
    for await (const record of records(source, counts)) shelved.add(record);
    terminal.faults(counts.faults);
    if (options.strict) refuse(counts.faults);
    const settings = {
      extractor: extractor.name,
      extractorVersion: extractor.version,
      ...(isOfOneReader ? { reader } : {}),
      sample,
    };
    terminal.progress('comparing with the graph that is there');
    const standing = await standingGraph(options.graph, {
      // What was read alike on two days is read alike; who names the day wants it told.
      meta: {
        ...settings,
        reader: isOfOneReader ? reader : undefined,
        ...(options.asOf === undefined ? {} : { asOf }),
      },
      records: shelved,
      members,
      by,
      drawnAnew: earlier === undefined,
    });
    const papers = shelved.papers.length;
    if (standing) {
      const { nodes, edges } = standing.meta;
      return { nodes, edges, papers, unused: noteEdits(terminal, curation, standing.from.notes), unchanged: true };
    }
    terminal.progress('assembling and laying out the graph');
    const { graph, notes } = assembleCurated(curation, shelved, earlier?.drawing());
    const unused = noteEdits(terminal, curation, notes);
    terminal.progressDone();
    const from: Provenance = { by, drawn: earlier === undefined ? 'anew' : 'beside', notes: [...notes] };
    const meta = { ...settings, asOf, ...countGraph(graph) };
    await writeGraph(
      options.graph,
      { meta, graph, records: shelved, members, earlier: earlier?.version, from },
      (done, total) => terminal.progress(`storing: ${formatCount(done)} of ${formatCount(total)} nodes and edges`),
    );
    return { nodes: meta.nodes, edges: meta.edges, papers, unused, unchanged: false };
  });
  journal?.remove();
  terminal.progressDone();
  return {
    graph: options.graph,
    papers: made.papers,
    read: counts.read,
    merged: counts.merged,
    known: counts.known,
    refused: counts.faults.map(({ file, line, code, message }) => ({
      file,
      ...(line === undefined ? {} : { line }),
      code,
      message,
    })),
    nodes: made.nodes,
    edges: made.edges,
    curation: { edits: curation.edits.length, unused: made.unused },
    unchanged: made.unchanged,
    seconds: Number(process.hrtime.bigint() - started) / 1e9,
  };
}

/** @throws InputError `refused` where anything was */
function refuse({ length }: readonly Fault[]): void {
  if (length === 0) return;
  throw new InputError(
    'refused',
    `${length} records were refused and nothing was stored; without --strict the good ones are kept`,
  );
}

function printSummary(terminal: Terminal, summary: BuildSummary, sample: boolean): void {
  const rows = [
    ['papers read', formatCount(summary.read)],
    ['duplicates merged', formatCount(summary.merged)],
    ...(summary.known > 0 ? [['read before', formatCount(summary.known)]] : []),
    ['records refused', formatCount(summary.refused.length)],
    ...Object.entries(summary.nodes)
      .filter(([, n]) => n > 0)
      .map(([label, n]) => [label, formatCount(n)]),
    ...Object.entries(summary.edges)
      .filter(([, n]) => n > 0)
      .map(([type, n]) => [type, formatCount(n)]),
    ...(summary.curation.edits > 0
      ? [['edits applied', formatCount(summary.curation.edits - summary.curation.unused.length)]]
      : []),
    ['seconds', summary.seconds.toFixed(1)],
  ];
  terminal.print(formatTable([sample ? 'bundled sample' : 'graph', summary.graph], rows, [1]));
}
