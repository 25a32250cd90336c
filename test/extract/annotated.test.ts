/** Our own annotations, which are learnt from beside those of the data folder. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readOwn } from '../../scripts/learn/annotated.js';
import { goldText, readGold } from '../../scripts/learn/data.js';
import { sharedFolder, sharedIsAbsent } from '../support/shared.js';

describe.skipIf(sharedIsAbsent)('our own annotations (need ../shared)', () => {
  it('mark whole words of papers that may be learnt from', async () => {
    const given = new Set(readGold(join(sharedFolder, 'gold', 'train.jsonl')).map(({ id }) => id));
    // Throws where a paper is annotated in the data folder, a seed, or listed after April 2026.
    const papers = await readOwn(sharedFolder, given);
    expect(papers.length).toBeGreaterThan(2000);
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
    let [surfaces, cut] = [0, 0];
    for (const paper of papers) {
      const text = goldText(paper);
      const names = new Set(paper.entities.map(([name]) => name));
      expect(names.size, paper.id).toBe(paper.entities.length);
      for (const surface of paper.entities.flatMap(([, , , all]) => all)) {
        surfaces++;
        if (surface.trim() !== surface) cut++;
        if (text.indexOf(surface) < 0) cut++;
      }
      for (const [head, , tail] of paper.relations)
        expect([...names], paper.id).toEqual(expect.arrayContaining([head, tail]));
    }
    expect(surfaces).toBeGreaterThan(10 * papers.length);
    expect(cut).toBe(0);
  });

  it('are refused over another corpus, by the name of the first paper that is missing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stemma-annotated-'));
    for (const name of ['gold', 'seeds']) symlinkSync(join(sharedFolder, name), join(folder, name));
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'arxiv.jsonl.gz'), gzipSync(''));
    await expect(readOwn(folder, new Set())).rejects.toThrow(
      /paper \d{4}\.\d{5} is not in the corpus; take its line out/,
    );
  });
});
