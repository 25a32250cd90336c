/** The user's own documents, the first real input. They stay outside the repository. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareText, type Paper } from '../../src/model/index.js';
import { cleanText, readInputs } from '../../src/read/index.js';
import { mergePapers } from '../../src/resolve/index.js';
import { AS_OF, collect, withFolder } from './support.js';

const shared = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'shared');
const seeds = join(shared, 'seeds');
// Absent on a stranger's machine; CI must have them.
const isMissing = !existsSync(seeds) && process.env.CI === undefined;

async function build(inputs: readonly string[]) {
  return withFolder(async (tempDir) => {
    const merged = await mergePapers(readInputs(inputs, { asOf: AS_OF }), { tempDir });
    const papers: Paper[] = [];
    for await (const item of merged.items()) if (item.kind === 'paper') papers.push(item.paper);
    merged.close();
    return { merged, papers };
  });
}

describe.skipIf(isMissing)('the seeds (skipped where ../shared/seeds is not there)', () => {
  it('hold 101 abstracts in five files, and no faults', async () => {
    const { papers, faults } = await collect(readInputs([seeds], { asOf: AS_OF }));
    expect(faults).toEqual([]);
    const counts = new Map<string, number>();
    for (const { source } of papers)
      counts.set(source.file.slice(-24, -21), (counts.get(source.file.slice(-24, -21)) ?? 0) + 1);
    expect([...counts.values()]).toEqual([10, 10, 10, 10, 61]);
    for (const { abstract, title = '' } of papers) {
      expect(cleanText(abstract)).toBe(abstract);
      expect(`${title} ${abstract}`).not.toMatch(/\\|mathcal|\dx?sim\d|\dtimes|\*\*|\w~\(/);
    }
  });

  it('are 81 different papers: 61 titled, 20 of the 21 untitled left, 12 from several files', async () => {
    const { merged, papers } = await build([seeds]);
    expect(merged).toMatchObject({ read: 101, count: 81, merged: 20 });
    expect(papers.filter((paper) => paper.titleFrom === undefined)).toHaveLength(61);
    expect(papers.filter((paper) => paper.titleFrom === 'abstract')).toHaveLength(20);
    expect(papers.filter((paper) => new Set(paper.sources.map((source) => source.file)).size > 1)).toHaveLength(12);
    expect(papers.map((paper) => paper.id)).toEqual(papers.map((paper) => paper.id).sort(compareText));
  });

  it('OScaR takes its title from the page and keeps all its sources', async () => {
    const { papers } = await build([seeds]);
    const oscar = papers.find((paper) => paper.title.startsWith('OScaR'));
    expect(oscar?.titleFrom).toBeUndefined();
    expect(oscar?.sources.map(({ file, line }) => `${file.slice(seeds.length + 1, seeds.length + 4)}:${line}`)).toEqual(
      ['000:3', '001:1', '004:29'],
    );
  });

  it('undated papers stay undated, others have the date of their line', async () => {
    const { papers } = await build([seeds]);
    const date = (start: string) => papers.find((paper) => paper.title.startsWith(start))?.date;
    expect(papers.filter((paper) => paper.titleFrom === undefined && paper.date === undefined)).toHaveLength(8);
    expect(papers.filter((paper) => paper.titleFrom === 'abstract' && paper.date !== undefined)).toEqual([]);
    expect([date('MoE++'), date('Hierarchical'), date('FASA'), date('SPEED-Bench')]).toEqual([
      '2024-10-09',
      '2026-05-03',
      undefined,
      '2026-02-09',
    ]);
  });

  it('give the same papers whatever the order of the files', async () => {
    const { papers: files } = await collect(readInputs([seeds], { asOf: AS_OF }));
    const names = [...new Set(files.map((paper) => paper.source.file))];
    const forward = await build(names);
    const backward = await build(names.toReversed());
    expect(JSON.stringify(backward.papers)).toBe(JSON.stringify(forward.papers));
  });
});
