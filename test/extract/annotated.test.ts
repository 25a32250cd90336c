/** Our own annotations, which are learnt from beside those of the data folder. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readOwn } from '../../scripts/learn/annotated.js';
import { cleaned, goldText, readGold } from '../../scripts/learn/data.js';
import { sharedFolder, sharedIsAbsent } from '../support/shared.js';

describe.skipIf(sharedIsAbsent)('our own annotations (need ../shared)', () => {
  it('mark whole words of papers that may be learnt from', async () => {
    const given = new Set(readGold(join(sharedFolder, 'gold', 'train.jsonl')).map(({ id }) => id));
    // Throws where a paper is annotated in the data folder, a seed, or listed after April 2026.
    const papers = await readOwn(sharedFolder, given);
    expect(papers.length).toBeGreaterThan(2000);
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
    let surfaces = 0;
    const cut: string[] = [];
    for (const paper of papers) {
      const text = goldText(paper);
      const names = new Set(paper.entities.map(([name]) => name));
      expect(names.size, paper.id).toBe(paper.entities.length);
      for (const surface of paper.entities.flatMap(([, , , all]) => all)) {
        surfaces++;
        if (!standsWhole(text, surface)) cut.push(surface);
      }
      for (const [head, , tail] of paper.relations)
        expect([...names], paper.id).toEqual(expect.arrayContaining([head, tail]));
    }
    expect(surfaces).toBeGreaterThan(10 * papers.length);
    expect(cut.filter((surface) => surface.trim() !== surface)).toEqual([]);
    // Where the text itself runs words together.
    expect(cut.length).toBeLessThan(surfaces / 1000);
  });

  it('are refused over another corpus, by the name of the first paper that is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stemma-annotated-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const name of ['gold', 'seeds']) symlinkSync(join(sharedFolder, name), join(folder, name));
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'arxiv.jsonl.gz'), gzipSync(''));
    await expect(readOwn(folder, new Set())).rejects.toThrow(
      /paper \d{4}\.\d{5} is not in the corpus; take its line out/,
    );
  });
});

it('annotated papers are learnt from as all papers are read, without marks of LaTeX', () => {
  expect(
    cleaned({
      id: '1',
      title: 'The $\\pi_0$ model',
      text: 'We propose \\textbf{GraphMAE}, which gains 3\\% over $\\pi_0$.',
      entities: [
        ['GraphMAE', 'Model', 'introduces', ['\\textbf{GraphMAE', 'GraphMAE']],
        ['$\\pi_0$', 'Model', 'compares_with', ['$\\pi_0$']],
      ],
      relations: [['GraphMAE', 'OUTPERFORMS', '$\\pi_0$', '\\textbf{GraphMAE}, which gains 3\\% over $\\pi_0$']],
    }),
  ).toEqual({
    id: '1',
    title: 'The π₀ model',
    text: 'We propose GraphMAE, which gains 3% over π₀.',
    entities: [
      ['GraphMAE', 'Model', 'introduces', ['GraphMAE', 'GraphMAE']],
      ['π₀', 'Model', 'compares_with', ['π₀']],
    ],
    relations: [['GraphMAE', 'OUTPERFORMS', 'π₀', 'GraphMAE, which gains 3% over π₀']],
  });
});

/** Whether it stands, at one of its places at least, with no letter or digit that goes on from one of its own. */
function standsWhole(text: string, surface: string): boolean {
  const goesOn = (a = ' ', b = ' '): boolean => /^[\p{L}\p{N}]{2}$/u.test(a + b);
  const around = text.split(surface);
  return around.some(
    (before, i) =>
      i < around.length - 1 && !goesOn(before.at(-1), surface[0]) && !goesOn(surface.at(-1), around[i + 1]?.[0]),
  );
}
