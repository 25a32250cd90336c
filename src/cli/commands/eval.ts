/** `stemma eval`: the judge's figures for an extractor, or for records made before, on annotated papers. */
import { type Evaluation, evaluate, type MarkedPaper, marked, paperOfMarked, readMarked } from '../../eval/index.js';
import { createExtractor } from '../../extract/index.js';
import { type Fault, InputError, type Paper } from '../../model/index.js';
import { confirmEstimate } from '../confirm-estimate.js';
import { formatEvaluation } from '../evaluation-tables.js';
import { extractorOptions, type LlmFlags } from '../llm-options.js';
import { mapInOrder } from '../map-in-order.js';
import { extractOrFault } from '../pipeline.js';
import { formatCount, type Terminal } from '../terminal.js';

export interface EvalOptions extends LlmFlags {
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
      ? await extractAll(terminal, gold, options, faults)
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
    const why =
      options.records === undefined
        ? 'could be extracted: see why above'
        : `is in ${options.records}: are these its records?`;
    throw new InputError('no-paper', `none of the ${formatCount(papers)} annotated papers ${why}`);
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
  options: EvalOptions,
  faults: Fault[],
): Promise<Prediction> {
  const extractor = await createExtractor(options.extractor, extractorOptions(options));
  const papers: MarkedPaper[] = [];
  try {
    if (extractor.estimate !== undefined) {
      await confirmEstimate(terminal, await extractor.estimate(papersOf(gold)), options);
    }
    const extracted = mapInOrder(papersOf(gold), extractor.concurrency, (paper) => extractOrFault(extractor, paper));
    for await (const outcome of extracted) {
      if ('code' in outcome) faults.push(outcome);
      else papers.push(marked(outcome));
      terminal.progress(`extracting: ${formatCount(papers.length)} of ${formatCount(gold.length)} papers`);
    }
  } finally {
    terminal.progressDone();
    await extractor.close();
  }
  return { papers, by: { extractor: extractor.name, version: extractor.version } };
}

async function* papersOf(gold: readonly MarkedPaper[]): AsyncGenerator<Paper> {
  yield* gold.map(paperOfMarked);
}
