/** What is learnt from: the rules of the data folder. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCorpus, readGold } from '../../scripts/learn/data.js';
import { fold } from '../../src/model/index.js';
import { sharedFolder, sharedIsAbsent } from '../support/shared.js';

describe.skipIf(sharedIsAbsent)('the corpus (needs ../shared)', () => {
  it('holds no annotated paper, no seed and none listed after April 2026', async () => {
    const annotated = new Set(readGold(join(sharedFolder, 'gold', 'train.jsonl')).map(({ id }) => id));
    const seeds = new Set(readGold(join(sharedFolder, 'gold', 'seeds-dev.jsonl')).map(({ title }) => fold(title)));
    let count = 0;
    const refused: string[] = [];
    for await (const { id, title, date } of readCorpus(sharedFolder, annotated)) {
      count++;
      if (annotated.has(id) || seeds.has(fold(title)) || date >= '2026-05') refused.push(id);
    }
    expect(count).toBeGreaterThan(50_000);
    expect(refused).toEqual([]);
  });
});
