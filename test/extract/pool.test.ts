/** Extractors in worker threads: the same records, in order, and an end that says which paper it met. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { mapInOrder } from '../../src/cli/map-in-order.js';
import { createExtractor, type Extractor } from '../../src/extract/index.js';
import { compiledWorker, PooledExtractor } from '../../src/extract/pool.js';
import { type ExtractionRecord, type Paper, PaperSchema } from '../../src/model/index.js';
import { seededRandom } from '../../src/model/random.js';
import { freshFolder } from '../support/stemma.js';
import { paperOf } from './papers.js';

const fast = await createExtractor('fast');
const METHODS = ['GRPO', 'FooNet', 'LoRA', 'BERT', 'QuxFormer', 'retrieval-augmented generation (RAG)'];

const numbered = (paper: Paper, i: number): Paper => PaperSchema.parse({ ...paper, id: `text:${i}` });

/** Papers of different lengths, so that batches take different times. */
function somePapers(count: number): Paper[] {
  const random = seededRandom(5);
  const pick = (): string => METHODS[Math.floor(random() * METHODS.length)] ?? 'GRPO';
  return Array.from({ length: count }, (_, i) => {
    const sentences = Array.from(
      { length: 1 + Math.floor(random() * 8) },
      () => `We propose Net${i}, which extends ${pick()} and outperforms ${pick()} on GLUE.`,
    );
    return numbered(paperOf(`Net${i}: a method`, sentences.join(' ')), i);
  });
}

async function* oneByOne(papers: readonly Paper[]): AsyncGenerator<Paper> {
  yield* papers;
}

async function readAll(extractor: Extractor, papers: readonly Paper[]): Promise<string[]> {
  const lines: string[] = [];
  const records = mapInOrder<Paper, ExtractionRecord>(oneByOne(papers), extractor.concurrency, (paper) =>
    extractor.extract(paper),
  );
  for await (const record of records) lines.push(JSON.stringify(record));
  return lines;
}

const open: Extractor[] = [];
async function pool(workerFile = compiledWorker('fast-worker.js')): Promise<Extractor> {
  const started = await PooledExtractor.start(fast, { threads: 2, batch: 64, workerFile });
  open.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((extractor) => extractor.close()));
});

describe('in threads', () => {
  it.each([1, 63, 64, 65, 1_000])('gives the same bytes in the same order for %i papers', async (count) => {
    const papers = somePapers(count);
    expect(await readAll(await pool(), papers)).toEqual(await readAll(fast, papers));
  });

  it('is the same extractor to whoever keeps its records', async () => {
    const { name, version } = await pool();
    expect({ name, version }).toEqual({ name: fast.name, version: fast.version });
  });

  it('is what a large input is read by, and a small one is not', async () => {
    expect(await fast.forMany?.(10)).toBe(fast);
    const many = await fast.forMany?.(100_000);
    if (many !== undefined && many !== fast) open.push(many);
    expect(many?.concurrency).toBeGreaterThan(fast.concurrency);
  });
});

describe('the accurate extractor in threads', () => {
  it('gives the same bytes in the same order, whether its network has one processor or all', async () => {
    const accurate = await createExtractor('accurate');
    const many = await accurate.forMany?.(100_000);
    open.push(accurate, ...(many === undefined || many === accurate ? [] : [many]));
    const papers = somePapers(21);
    expect(many?.concurrency).toBeGreaterThan(accurate.concurrency);
    expect(await readAll(many as Extractor, papers)).toEqual(await readAll(accurate, papers));
    expect(await accurate.forMany?.(10)).toBe(accurate);
  });
});

describe('a worker', () => {
  // A thread of its own that does not extract: what matters is how it ends.
  const workerFile = join(freshFolder(), 'worker.mjs');
  writeFileSync(
    workerFile,
    `export default ({ papers, progress }) => JSON.stringify(papers.map(({ title }, i) => {
      Atomics.store(progress, 0, i);
      if (title === 'fatal') process.exit(7);
      return title === 'faulty' ? { failure: 'TypeError: no such thing' } : { entities: [], relations: [] };
    }));`,
  );
  const titled = (titles: readonly string[]): Paper[] =>
    titles.map((title, i) => numbered(paperOf(title, 'Nothing.'), i));

  it('that dies names the paper that it was reading', async () => {
    const papers = titled([...Array(70).fill('plain'), 'fatal', ...Array(70).fill('plain')]);
    const extractor = await pool(workerFile);
    await expect(readAll(extractor, papers)).rejects.toMatchObject({
      code: 'extractor-failed',
      message: expect.stringMatching(/text:70 \("fatal"\).*thread/),
    });
  });

  it('that fails on one paper reads the others', async () => {
    const extractor = await pool(workerFile);
    const outcomes = await Promise.allSettled(
      titled(['plain', 'faulty', 'plain']).map((paper) => extractor.extract(paper)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({
      reason: { code: 'extractor-failed', message: expect.stringMatching(/text:1 .*no such thing/) },
    });
  });

  it('that cannot be started says so', async () => {
    const extractor = await pool(join(freshFolder(), 'absent.mjs'));
    await expect(extractor.extract(paperOf('A', 'B.'))).rejects.toMatchObject({ code: 'extractor-failed' });
  });
});

describe('memory', () => {
  it('does not grow with the papers that were read', { timeout: 300_000 }, async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const random = seededRandom(3);
    const word = (): string => random().toString(36).slice(2, 9);
    collect();
    const before = process.memoryUsage().heapUsed;
    // Every word is new, so that whatever remembers words fills up, again and again: all of them would take 80 MB.
    for (let i = 0; i < 3_000; i++) await fast.extract(paperOf('', Array.from({ length: 50 }, word).join(' ')));
    collect();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(45_000_000);
  });
});
