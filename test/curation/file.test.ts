import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCuration } from '../../src/curation/index.js';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stemma-curation-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

it('no file is no edits; one that is called curation.yml is not passed over in silence', async () => {
  expect((await readCuration(dir)).edits).toEqual([]);
  await writeFile(join(dir, 'curation.yml'), 'version: 1\nedits:\n  - { merge: a, into: b }\n');
  await expect(readCuration(dir)).rejects.toMatchObject({
    code: 'misnamed',
    message: expect.stringMatching(/curation\.yml is not read: edits belong into curation\.yaml; rename or remove it/),
  });
});

it('a file that is not UTF-8 is refused', async () => {
  const other = join(dir, 'latin');
  await mkdir(other);
  await writeFile(join(other, 'curation.yaml'), Buffer.from([0x76, 0xe9]));
  await expect(readCuration(other)).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/it is not UTF-8/),
  });
});
