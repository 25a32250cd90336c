/** Edges that a person refused: they are gone, nothing takes their place, and one that is not found is noted. */
import { describe, expect, it } from 'vitest';
import { assembleGraph, type CurationReport } from '../../src/graph/index.js';
import type { CurationEdit } from '../../src/model/index.js';
import { record } from '../support/records.js';

const records = [
  record({
    id: 'arxiv:2501.00001',
    title: 'Cutting well',
    abstract: 'We present Ember, also called EMB. Ember builds on River. We run Ember-7B.',
    authors: ['Ada Example', 'Ben Sample'],
    organizations: ['Institute'],
    entities: [
      { name: 'Ember', role: 'introduces', surfaces: ['Ember'] },
      { name: 'EMB', role: 'uses' },
      { name: 'River', role: 'studies' },
      { name: 'Ember-7B', role: 'uses' },
    ],
    relations: [['Ember', 'BUILDS_ON', 'River', 'Ember builds on River.']],
  }),
];
const MERGE: CurationEdit = { merge: 'EMB', into: 'Ember' };

function build(...edits: CurationEdit[]) {
  let report: CurationReport = { notes: [], subjects: [] };
  const { edges, nodes } = assembleGraph(records, {
    edits,
    onCurated: (said) => {
      report = said;
    },
  });
  return { edges: edges.map(({ source, type, target }) => `${source} ${type} ${target}`), nodes, ...report };
}

const all = build(MERGE).edges;

describe('a rejected edge', () => {
  const cases: [string, CurationEdit, string][] = [
    [
      'of a paper, named by its title: no weaker role takes its place',
      { reject: 'INTRODUCES', from: 'cutting well', to: 'Ember' },
      'arxiv:2501.00001 INTRODUCES technique:ember',
    ],
    [
      'between entities',
      { reject: 'BUILDS_ON', from: 'Ember', to: 'technique:river' },
      'technique:ember BUILDS_ON technique:river',
    ],
    [
      'to a family',
      { reject: 'VARIANT_OF', from: 'Ember-7B', to: 'Ember' },
      'technique:ember-7b VARIANT_OF technique:ember',
    ],
    [
      'of an author',
      { reject: 'WROTE', from: 'Ada Example', to: 'arxiv:2501.00001' },
      'author:adaexample WROTE arxiv:2501.00001',
    ],
    [
      'to an organization',
      { reject: 'AFFILIATED_WITH', from: 'arxiv:2501.00001', to: 'Institute' },
      'arxiv:2501.00001 AFFILIATED_WITH organization:institute',
    ],
  ];
  it.each(cases)('%s', (_, edit, edge) => {
    expect(all).toContain(edge);
    const { edges, notes } = build(MERGE, edit);
    expect(edges).toEqual(all.filter((other) => other !== edge));
    expect(notes).toEqual([]);
  });
});

it('counts no paper whose link was rejected', () => {
  const { nodes } = build(MERGE, { reject: 'INTRODUCES', from: 'cutting well', to: 'Ember' });
  expect(nodes.find(({ id }) => id === 'technique:ember')).toMatchObject({ papers: 0 });
});

it('that is not found any more is noted, and no error', () => {
  const { edges, notes } = build(MERGE, { reject: 'USES', from: 'Cutting well', to: 'Ember' });
  expect(edges).toEqual(all);
  expect(notes).toMatchObject([{ edit: 1 }]);
});

it('of a paper that is not there is an error', () => {
  expect(() => build({ reject: 'USES', from: 'Cuting wel', to: 'Ember' })).toThrow(/edit 1, .*"Cutting well"/);
});

it('joins by hand are kept on the node', () => {
  expect(build(MERGE).nodes.find(({ id }) => id === 'technique:ember')).toMatchObject({
    joins: [{ a: 'EMB', b: 'Ember', rule: 'curation', score: 1, papers: [] }],
  });
  expect(build().nodes.find(({ id }) => id === 'technique:ember')).not.toHaveProperty('joins');
});
