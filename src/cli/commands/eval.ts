/** `stemma eval`: the judge's figures for an extractor, or for records made before, on annotated papers. */
import { type Evaluation, evaluate, type MarkedPaper, marked, paperOfMarked, readMarked } from '../../eval/index.js';
import { createExtractor } from '../../extract/index.js';
import { ExtractionError, type ExtractionRecord, type Fault, InputError } from '../../model/index.js';
import { formatEvaluation } from '../evaluation-tables.js';
import { mapInOrder } from '../map-in-order.js';
import { formatCount, type Terminal } from '../terminal.js';

export interface EvalOptions {
  extractor: string;
  records?: string;
  errors: number;
  format: 'table' | 'json';
  json?: boolean;
  strict?: boolean;
}

interface Prediction {
  readonly papers: readonly MarkedPaper[];
  readonly by: { readonly extractor: string; readonly version: string } | { readonly records: string };
}

/** The evaluation, whose figures have the judge's names, and what it is of. */
export interface EvalSummary extends Evaluation {
  readonly gold_files: readonly string[];
  readonly predicted_by: Prediction['by'];
  readonly refused: readonly Fault[];
}

/** @throws InputError `no-paper` when gold holds none, or the records hold none of gold's; `refused` under `strict` */
export async function runEval(terminal: Terminal, files: readonly string[], options: EvalOptions): Promise<void> {
  const faults: Fault[] = [];
  const gold = await readFiles(files, 'gold', faults);
  if (gold.length === 0) {
    terminal.faults(faults);
    throw new InputError(
      'no-paper',
      `no annotated paper in ${files.join(', ')}: give JSON lines with "title", "text", "entities" and "relations"`,
    );
  }
  const prediction =
    options.records === undefined
      ? await extractAll(terminal, gold, options.extractor, faults)
      : { papers: await readFiles([options.records], 'predicted', faults), by: { records: options.records } };
  const evaluation = evaluate(gold, prediction.papers, { errors: options.errors });
  const summary: EvalSummary = {
    ...evaluation,
    gold_files: files,
    predicted_by: prediction.by,
    refused: faults,
  };
  terminal.faults(faults);
  terminal.print(options.json || options.format === 'json' ? JSON.stringify(summary) : formatEvaluation(evaluation));
  const { papers, papers_found: found } = evaluation;
  if (gold.length > papers)
    terminal.note(`${formatCount(gold.length - papers)} annotated papers stand twice: the last counts`);
  if (found === 0) {
    throw new InputError(
      'no-paper',
      `none of the ${formatCount(papers)} annotated papers was found: are these its records?`,
    );
  }
  if (found < papers) terminal.note(`${formatCount(papers - found)} papers were not found and count as missed`);
  if (options.strict && faults.length > 0) {
    throw new InputError('refused', `${faults.length} records were refused; without --strict they are only counted`);
  }
}

async function readFiles(
  files: readonly string[],
  origin: 'gold' | 'predicted',
  faults: Fault[],
): Promise<MarkedPaper[]> {
  const papers: MarkedPaper[] = [];
  for (const file of files) {
    const read = await readMarked(file, origin);
    papers.push(...read.papers);
    faults.push(...read.faults);
  }
  return papers;
}

async function extractAll(
  terminal: Terminal,
  gold: readonly MarkedPaper[],
  name: string,
  faults: Fault[],
): Promise<Prediction> {
  const extractor = await createExtractor(name);
  const papers: MarkedPaper[] = [];
  const extractOne = async (paper: MarkedPaper): Promise<ExtractionRecord | Fault> => {
    try {
      return await extractor.extract(paperOfMarked(paper));
    } catch (error) {
      if (!(error instanceof ExtractionError)) throw error;
      return { code: 'extraction-failed', message: error.message, ...paper.source };
    }
  };
  try {
    for await (const record of mapInOrder(each(gold), extractor.concurrency, extractOne)) {
      if ('code' in record) faults.push(record);
      else papers.push(marked(record));
      terminal.progress(`extracting: ${formatCount(papers.length)} of ${formatCount(gold.length)} papers`);
    }
  } finally {
    terminal.progressDone();
    await extractor.close();
  }
  return { papers, by: { extractor: extractor.name, version: extractor.version } };
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
