/** Every reader, by what a file's content looks like; and what comes of records that somebody else made. */
import { deepEqual } from 'node:assert/strict';
import { assembleGraph } from '../../../src/graph/index.js';
import { checkResult } from '../../read/check-result.js';
import { FIXTURES, readText } from '../../read/support.js';
import type { FuzzTarget } from '../target.js';

/** Shorter than most words, so that every sign is cut somewhere. */
const SMALL_PIECE = 13;

const RECORD = {
  paper: { id: 'arxiv:2506.00001', title: 'FernNet', abstract: 'FernNet extends LeafCell. It grows.', authors: ['Ann Lee'], organizations: [], date: '2025-06', categories: ['cs.CL'], sources: [{ file: 'a', line: 1 }] },
  entities: [
    { name: 'FernNet', type: 'Model', role: 'introduces', surfaces: ['FernNet'], spans: [[0, 7], [8, 15]], evidence: [8, 33], confidence: 0.9 },
    { name: 'LeafCell', type: 'Model', role: 'compares_with', surfaces: ['LeafCell'], spans: [[24, 32]], evidence: [8, 33], confidence: 0.8 },
  ],
  relations: [
    { from: 'FernNet', type: 'BUILDS_ON', to: 'LeafCell', kind: 'extends', evidence: 'FernNet extends LeafCell.', span: [8, 33], confidence: 0.7 },
  ],
}; // biome-ignore format: a record

export const readersTarget: FuzzTarget = {
  name: 'readers',
  seeds: () => [...FIXTURES.map(({ content }) => content), JSON.stringify(RECORD)],
  async run(input) {
    const result = await readText(input);
    checkResult(result);
    // Whatever pieces it comes in.
    deepEqual(await readText(input, SMALL_PIECE), result);
    for (const item of result.items) if (item.kind === 'record') assembleGraph([item.record]);
  },
};
