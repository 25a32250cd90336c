/** The process that reads papers for the server: looks what is in some files, or adds them, and ends. */
import { createExtractor } from '../extract/index.js';
import { type ExtractionRecord, paperText, StemmaError, UsageError } from '../model/index.js';
import type { AddedPapers, FoundPapers } from '../serve/index.js';
import { openGraph } from '../store/index.js';
import { buildGraph } from './commands/build.js';
import type { Order, Said } from './paper-reader.js';
import { type PipelineCounts, records } from './pipeline.js';
import type { Terminal } from './terminal.js';

/** Milliseconds between two words on how far it is. */
const PROGRESS_MS = 150;
/** Papers that are shown before they are added; the rest is counted. */
const MOST_SHOWN = 200;

// Nobody is left to be told: what was written is whole, the rest is not needed.
process.once('disconnect', () => process.exit());
process.once('message', (order: Order) => {
  void carryOut(order).then((said) => {
    process.send?.(said, () => process.disconnect());
  });
});

async function carryOut(order: Order): Promise<Said> {
  try {
    const { extractor, asOf } = (await openGraph(order.graph)).meta;
    if (extractor === 'llm') {
      throw new UsageError(
        'costs',
        'this graph is read by a language model, which costs: add papers on the command line, with stemma build --add',
      );
    }
    return { done: order.deed === 'add' ? await add(order) : await preview(order, extractor, asOf) };
  } catch (error) {
    if (error instanceof StemmaError) return { failed: { code: error.code, message: error.message } };
    throw error;
  }
}

async function preview({ inputs }: Order, name: string, asOf: string): Promise<FoundPapers> {
  const extractor = await createExtractor(name);
  const counts: PipelineCounts = { read: 0, merged: 0, known: 0, faults: [] };
  const papers: FoundPapers['papers'][number][] = [];
  let total = 0;
  for await (const record of records({ inputs, asOf, extractor, terminal: teller() }, counts)) {
    if (++total <= MOST_SHOWN) papers.push(tell(record));
  }
  return { papers, total, merged: counts.merged, refused: counts.faults };
}

function tell({ paper, entities, relations }: ExtractionRecord): FoundPapers['papers'][number] {
  const text = paperText(paper);
  return {
    id: paper.id,
    title: paper.title,
    ...(paper.date === undefined ? {} : { date: paper.date }),
    entities: entities.map(({ name, type, role, evidence }) => ({
      name,
      type,
      role,
      ...(evidence === undefined ? {} : { evidence: text.slice(...evidence) }),
    })),
    relations: relations.map(({ from, type, to, evidence }) => ({ from, type, to, evidence })),
  };
}

async function add({ graph, inputs }: Order): Promise<AddedPapers> {
  const { read, merged, refused } = await buildGraph(teller(), inputs, { graph, add: true });
  return { read, merged, refused };
}

/** A terminal of which only the progress is heard. */
function teller(): Terminal {
  let last = Number.NEGATIVE_INFINITY;
  const nothing = () => undefined;
  return {
    print: nothing,
    note: nothing,
    progress(line) {
      if (performance.now() - last < PROGRESS_MS) return;
      last = performance.now();
      process.send?.({ progress: line } satisfies Said);
    },
    progressDone: nothing,
    faults: nothing,
  };
}
