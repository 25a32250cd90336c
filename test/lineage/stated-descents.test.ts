/** The sets of stated descents: big enough, nothing twice, split by their hash, names really in their papers; the judge. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sharedFolder, sharedIsAbsent } from '../support/shared.js';
import { judgeDescent, readStatedDescents, type StatedDescent } from './stated-descents.js';

const statements = readStatedDescents('statements.tsv');
const chains = readStatedDescents('chains.tsv');
const all = [...statements, ...chains];
const paper = z.object({ id: z.string(), title: z.string(), abstract: z.string() });
const steps = ({ names, papers }: StatedDescent) =>
  papers.map((id, i) => ({ id, names: names.slice(i, i + 2), key: names.slice(i, i + 2).join('\t') }));

describe('what the corpus says of descent', () => {
  it('has at least 100 statements of two names and 25 chains of three or more', () => {
    expect(statements.length).toBeGreaterThanOrEqual(100);
    expect(statements.every(({ names }) => names.length === 2)).toBe(true);
    expect(chains.length).toBeGreaterThanOrEqual(25);
    expect(chains.every(({ names }) => names.length >= 3)).toBe(true);
  });

  it('has nothing twice, and no step of a chain among the statements', () => {
    const keys = all.map(({ names }) => names.join('\t'));
    expect(new Set(keys).size).toBe(keys.length);
    const stated = new Set(statements.flatMap(steps).map(({ key }) => key));
    expect(chains.flatMap(steps).filter(({ key }) => stated.has(key))).toEqual([]);
  });

  it('holds out a third by the hash of the names', () => {
    const heldOut = ({ names }: StatedDescent) =>
      createHash('sha256').update(names.join('\t')).digest().readUInt32BE(0) % 3 === 0;
    expect(all.filter((descent) => heldOut(descent) !== (descent.part === 'held-out'))).toEqual([]);
  });

  it.skipIf(sharedIsAbsent)(
    'names things as the paper that says so does (needs ../shared)',
    { timeout: 120_000 },
    async () => {
      const missing = new Set(all.flatMap(steps));
      const file = createReadStream(join(sharedFolder, 'data', 'arxiv.jsonl.gz'));
      for await (const line of createInterface({ input: file.pipe(createGunzip()), crlfDelay: Infinity })) {
        const { id, title, abstract } = paper.parse(JSON.parse(line));
        const text = `${title}\n${abstract}`;
        for (const step of missing) {
          if (step.id === id && step.names.every((name) => text.includes(name))) missing.delete(step);
        }
      }
      expect([...missing]).toEqual([]);
    },
  );
});

describe('whether a graph has what is stated', () => {
  const older: Record<string, string[]> = { c: ['b'], b: ['a'], a: ['root'], 'c-2': ['other'] };
  const ids: Record<string, string[]> = { A: ['a'], B: ['b'], C: ['c-2', 'c'], Root: ['root'] };
  const graph = { find: (name: string) => ids[name] ?? [], olderThan: (id: string) => older[id] ?? [] };
  const judge = (...names: string[]) => judgeDescent({ names }, graph);

  it('counts an edge and a path of two steps, from any sense of a name, and no longer path', () => {
    expect(judge('B', 'C')).toBe('connected');
    expect(judge('A', 'C')).toBe('connected');
    expect(judge('Root', 'C')).toBe('apart');
  });

  it('counts nothing that leads the other way', () => {
    expect(judge('C', 'B')).toBe('apart');
  });

  it('counts a chain where each two that follow each other are connected in order', () => {
    expect(judge('A', 'B', 'C')).toBe('connected');
    expect(judge('B', 'A', 'C')).toBe('apart');
  });

  it('tells a name that is no node from two that are not connected', () => {
    expect(judge('Nobody', 'C')).toBe('no-node');
  });
});
