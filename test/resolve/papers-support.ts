/** What the tests of merging papers share: papers in short, and merging a list of them. */
import { readdir } from 'node:fs/promises';
import { expect } from 'vitest';
import type { Paper, SourcePaper } from '../../src/model/index.js';
import type { PaperInput } from '../../src/resolve/papers.js';
import { type MergedPaper, mergePapers } from '../../src/resolve/papers.js';
import { withFolder } from '../read/support.js';

export type Fields = Partial<SourcePaper> & { abstract: string };

export function paperInput(fields: Fields, line: number): PaperInput {
  const paper = { authors: [], organizations: [], categories: [], source: { file: 'a', line }, ...fields };
  return { kind: 'paper', paper };
}

/** The different papers, in the order of their ids. Checks that the counts fit and that no file is left. */
export async function mergeAll(items: readonly PaperInput[]): Promise<Paper[]> {
  return withFolder(async (tempDir) => {
    async function* stream() {
      yield* items;
    }
    const merged = await mergePapers(stream(), { tempDir });
    const all: MergedPaper[] = [];
    for await (const item of merged.items()) all.push(item);
    merged.close();
    expect(await readdir(tempDir)).toEqual([]);
    expect(merged).toMatchObject({ read: items.length, count: all.length, merged: items.length - all.length });
    return all.map((item) => (item.kind === 'paper' ? item.paper : item.record.paper));
  });
}
