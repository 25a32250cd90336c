/** A person's edits over what resolution finds: what each does, that it survives more papers, and what is refused. */
import { describe, expect, it } from 'vitest';
import { type CurationEdit, CurationError, type ExtractionRecord } from '../../src/model/index.js';
import { type Resolution, resolveEntities } from '../../src/resolve/index.js';
import { type EntitySketch, record } from '../support/records.js';

let number = 0;
/** A paper that mentions each of these, in every form given. */
function paper(...entities: EntitySketch[]): ExtractionRecord {
  const abstract = `${entities.flatMap(({ name, surfaces }) => surfaces ?? [name]).join(', ')}.`;
  return record({ id: `arxiv:2501.${String(++number).padStart(5, '0')}`, title: 'A title', abstract, entities });
}

const records = [
  paper({ name: 'tree pruning', surfaces: ['tree pruning', 'TP'] }, { name: 'Zenith', type: 'Model' }),
  paper({ name: 'tree pruning' }, { name: 'branch cutting', type: 'Concept' }),
  paper({ name: 'branch cutting', type: 'Concept' }, { name: 'Apex', type: 'Model' }),
  paper({ name: 'limb removal' }),
];

const named = ({ senses }: Resolution, name: string) => senses.filter((sense) => sense.name === name);
const one = (resolution: Resolution, name: string) => {
  const [sense, ...others] = named(resolution, name);
  if (!sense || others.length > 0) throw new Error(`${others.length} of ${name}`);
  return sense;
};
const with_ = (...edits: CurationEdit[]) => resolveEntities(records, edits);

function fault(...edits: CurationEdit[]): CurationError {
  try {
    with_(...edits);
  } catch (error) {
    if (error instanceof CurationError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

describe('merge', () => {
  const merged = with_({ merge: 'branch cutting', into: 'Tree-Pruning' });

  it('keeps id, name and label of the node that it goes into', () => {
    const sense = one(merged, 'tree pruning');
    expect(sense).toMatchObject({ id: 'technique:tree-pruning', label: 'Technique' });
    expect(sense.aliases).toEqual(['TP', 'branch cutting']);
    expect(sense.mentions).toHaveLength(4);
    expect(named(merged, 'branch cutting')).toEqual([]);
  });

  it('is a join that says so', () => {
    expect(one(merged, 'tree pruning').joins).toContainEqual({
      a: 'branch cutting',
      b: 'tree pruning',
      rule: 'curation',
      score: 1,
      papers: [],
    });
  });

  it('moves every mention', () => {
    const [, second] = records;
    expect(merged.senseOf(second?.paper.id ?? '', 'branch cutting')?.id).toBe('technique:tree-pruning');
  });

  it('goes on from where the edit before it left off', () => {
    const all = with_(
      { merge: 'branch cutting', into: 'limb removal' },
      { merge: 'limb removal', into: 'tree pruning' },
    );
    expect(one(all, 'tree pruning').aliases).toEqual(['TP', 'branch cutting', 'limb removal']);
    expect(all.subjects).toEqual(['technique:tree-pruning', 'technique:tree-pruning']);
  });
});

describe('split', () => {
  it('makes a node of the mentions that bear the name, the reverse of a merge', () => {
    const back = with_(
      { merge: 'branch cutting', into: 'tree pruning' },
      { split: 'Branch Cutting', from: 'tree pruning' },
    );
    expect(one(back, 'branch cutting')).toMatchObject({ id: 'concept:branch-cutting:split', aliases: [] });
    expect(one(back, 'tree pruning')).toMatchObject({ id: 'technique:tree-pruning', aliases: ['TP'] });
    expect(back.senses.flatMap(({ joins }) => joins).filter(({ rule }) => rule === 'curation')).toEqual([]);
  });

  it('names what remains by what it is still called', () => {
    const back = with_(
      { merge: 'branch cutting', into: 'tree pruning' },
      { split: 'tree pruning', from: 'technique:tree-pruning' },
    );
    expect(back.senses.find(({ id }) => id === 'technique:tree-pruning')).toMatchObject({
      name: 'branch cutting',
      aliases: [],
    });
    expect(back.senses.find(({ id }) => id === 'technique:tree-pruning:split')).toMatchObject({
      name: 'tree pruning',
      aliases: ['TP'],
    });
  });
});

describe('a split of one form among others', () => {
  const split = (papers: ExtractionRecord[], form: string, from: string) =>
    resolveEntities(papers, [{ split: form, from }]).senses.map(({ name, aliases, mentions }) => [
      name,
      aliases,
      mentions.length,
    ]);

  it('takes what is written so, where it is a spelling of the name', () => {
    const papers = [paper({ name: 'HydraNet' }), paper({ name: 'Hydra-Net' }), paper({ name: 'hydranets' })];
    expect(split(papers, 'hydranets', 'HydraNet')).toEqual([
      ['Hydra-Net', ['HydraNet'], 2],
      ['hydranets', [], 1],
    ]);
  });

  it('takes a symbol and not the acronym of its letters', () => {
    const papers = [
      paper({ name: 'quick range', surfaces: ['quick range', 'QR'] }),
      paper({ name: 'QR' }),
      paper({ name: 'quick range', surfaces: ['quick range', 'q→r'] }),
      paper({ name: 'quick range', surfaces: ['q→r'] }),
    ];
    expect(split(papers, 'q→r', 'quick range')).toEqual([
      ['q→r', ['quick range'], 1],
      ['quick range', ['QR', 'q→r'], 3],
    ]);
  });

  it('takes a plural with it, and other case', () => {
    const papers = [
      paper({ name: 'quick range', surfaces: ['quick range', 'QR'] }),
      paper({ name: 'quick range' }),
      paper({ name: 'quick range' }),
      paper({ name: 'QR' }),
      paper({ name: 'QR', surfaces: ['QRs'] }),
    ];
    expect(split(papers, 'QR', 'quick range')).toEqual([
      ['QR', ['QRs'], 2],
      ['quick range', ['QR'], 3],
    ]);
  });

  it('takes back what one paper calls so by mistake, under that name', () => {
    const papers = [
      paper({ name: 'Rag', surfaces: ['Rag', 'Better Rag'] }),
      paper({ name: 'Rag', surfaces: ['Rag', 'ragging'] }),
      paper({ name: 'Rag', surfaces: ['Rag', 'ragging'] }),
    ];
    expect(split(papers, 'Better Rag', 'Rag')).toEqual([
      ['Better Rag', ['Rag'], 1],
      ['Rag', ['ragging'], 2],
    ]);
  });
});

describe('rename', () => {
  it('keeps the id, and the old name as an alias that is joined', () => {
    const sense = one(with_({ rename: 'TP', to: 'Pruning' }), 'Pruning');
    expect(sense).toMatchObject({ id: 'technique:tree-pruning', aliases: ['TP', 'tree pruning'] });
    expect(sense.joins).toContainEqual({ a: 'tree pruning', b: 'Pruning', rule: 'curation', score: 1, papers: [] });
  });

  it('is kept through a split', () => {
    const sense = one(
      with_(
        { merge: 'branch cutting', into: 'tree pruning' },
        { rename: 'tree pruning', to: 'Pruning' },
        { split: 'branch cutting', from: 'Pruning' },
      ),
      'Pruning',
    );
    expect(sense.aliases).toEqual(['TP', 'tree pruning']);
  });
});

describe('retype', () => {
  it('gives the label and the id that goes with it', () => {
    const { senses, subjects } = with_({ retype: 'Zenith', to: 'Benchmark' });
    expect(senses.map(({ id }) => id)).toContain('benchmark:zenith');
    expect(senses.map(({ id }) => id)).not.toContain('model:zenith');
    expect(subjects).toEqual(['benchmark:zenith']);
  });
});

describe('reject', () => {
  it('follows its nodes through later edits', () => {
    const { rejections } = with_(
      { reject: 'BUILDS_ON', from: 'Apex', to: 'tree pruning' },
      { retype: 'Apex', to: 'Technique' },
      { merge: 'tree pruning', into: 'limb removal' },
    );
    expect(rejections).toEqual([
      { edit: 0, type: 'BUILDS_ON', source: 'technique:apex', target: 'technique:limb-removal' },
    ]);
  });
});

describe('an edit that is so already changes nothing and is noted', () => {
  const cases: [string, CurationEdit][] = [
    ['a merge of two names of one node', { merge: 'TP', into: 'tree pruning' }],
    ['a rename to the name', { rename: 'TP', to: 'tree pruning' }],
    ['a retype to the label', { retype: 'Apex', to: 'Model' }],
  ];
  it.each(cases)('%s', (_, edit) => {
    const { senses, notes } = with_(edit);
    expect(senses).toEqual(resolveEntities(records).senses);
    expect(notes).toMatchObject([{ edit: 0 }]);
  });
});

describe('what cannot be applied is refused, at its edit', () => {
  const merge = (from: string, into: string): CurationEdit => ({ merge: from, into });
  const cases: [string, CurationEdit[], string, number, RegExp][] = [
    ['an unknown name', [merge('Zenit', 'Apex')], 'unknown-name', 0, /near: "Zenith" \(model:zenith\)/],
    ['a misspelt name of two words', [merge('Apex', 'tre prunning')], 'unknown-name', 0, /"tree pruning"/],
    ['a name that is like none', [merge('Apex', 'qqqqqqqq')], 'unknown-name', 0, /nothing is called "qqqqqqqq"/],
    ['a node with itself', [merge('Apex', 'apex')], 'self-merge', 0, /itself/],
    ['a node with itself, by its id', [merge('model:apex', 'Apex')], 'self-merge', 0, /itself/],
    ['a circle of two', [merge('Apex', 'Zenith'), merge('Zenith', 'Apex')], 'merge-cycle', 1, /edit 1 \(merge "Apex"/],
    [
      'a circle of four, around other edits and by other names',
      [
        merge('TP', 'branch cutting'),
        { rename: 'Apex', to: 'Top' },
        merge('branch cutting', 'limb removal'),
        merge('limb removal', 'Zenith'),
        merge('Zenith', 'tree pruning'),
      ],
      'merge-cycle',
      4,
      /edit 1 .*edit 3 .*edit 4 /,
    ],
    [
      'a circle that comes after a fault',
      [merge('no', 'such'), merge('Apex', 'Zenith'), merge('Zenith', 'Apex')],
      'merge-cycle',
      2,
      /edit 2/,
    ],
    ['a merge that was made', [merge('Apex', 'Zenith'), merge('Apex', 'Zenith')], 'impossible-edit', 1, /earlier edit/],
    [
      'an id that a merge took away',
      [merge('Apex', 'Zenith'), { rename: 'model:apex', to: 'Top' }],
      'impossible-edit',
      1,
      /after edit 1 .*write model:zenith/,
    ],
    ['a split of a name that it has not', [{ split: 'Apex', from: 'TP' }], 'nothing-to-split', 0, /no paper calls/],
    [
      'a split of a name that never stands alone',
      [{ split: 'TP', from: 'tree pruning' }],
      'nothing-to-split',
      0,
      /too/,
    ],
    ['a split of everything', [{ split: 'Apex', from: 'Apex' }], 'nothing-left', 0, /rename/],
    ['an edge of an unknown node', [{ reject: 'USES', from: 'A title', to: 'Zenit' }], 'unknown-name', 0, /Zenith/],
  ];
  it.each(cases)('%s', (_, edits, code, edit, message) => {
    const error = fault(...edits);
    expect({ code: error.code, edit: error.edit }).toEqual({ code, edit });
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(new RegExp(`^edit ${edit + 1}, `));
  });

  it('a name with two senses, which are listed', () => {
    const two = [...records, paper({ name: 'Apex', type: 'Model' }), paper({ name: 'Zenith', type: 'Model' })];
    const edits: CurationEdit[] = [
      { rename: 'Zenith', to: 'Apex' },
      { retype: 'apex', to: 'Technique' },
    ];
    expect(() => resolveEntities(two, edits)).toThrow(/several senses.*\(model:apex\), "Apex" \(model:zenith\)/);
  });
});

it('a name that gains another sense goes on to mean what nearly all papers mean, and this is noted', () => {
  const firm = Array.from({ length: 10 }, () =>
    paper({ name: 'quick range zone', surfaces: ['quick range zone', 'QRZ'] }),
  );
  const coined = paper({ name: 'quiet red zebra', surfaces: ['quiet red zebra', 'QRZ'] });
  const edits: CurationEdit[] = [{ rename: 'QRZ', to: 'Quick Zone' }];
  expect(resolveEntities(firm, edits).notes).toEqual([]);
  const more = resolveEntities([...firm, coined], edits);
  expect(one(more, 'Quick Zone').mentions).toHaveLength(10);
  expect(more.notes).toMatchObject([{ edit: 0, kind: 'meant' }]);
  expect(more.notes[0]?.message).toMatch(/as 10 papers mean it; 1 means another sense: \S*quiet/);
  expect(() => resolveEntities([...firm.slice(1), coined], edits)).toThrow(/several senses/);
});

it('a rename to the name of another node is noted', () => {
  const { notes } = with_({ rename: 'limb removal', to: 'Zenith' });
  expect(notes).toMatchObject([{ edit: 0, kind: 'meant', message: expect.stringContaining('model:zenith') }]);
});

it('does not depend on the order of the papers, and survives new ones', () => {
  const edits: CurationEdit[] = [
    { merge: 'branch cutting', into: 'tree pruning' },
    { retype: 'Zenith', to: 'Benchmark' },
  ];
  const shown = (resolution: Resolution) => JSON.stringify(resolution.senses);
  expect(shown(resolveEntities([...records].reverse(), edits))).toBe(shown(resolveEntities(records, edits)));
  const more = resolveEntities([...records, paper({ name: 'branch cutting', type: 'Concept' })], edits);
  expect(one(more, 'tree pruning').mentions).toHaveLength(5);
});

it('an edit by id follows its node when more papers give it another label', () => {
  const edits = [{ rename: 'technique:limb-removal', to: 'Limb Removal' }];
  const more = [1, 2].map(() => paper({ name: 'limb removal', type: 'Concept' }));
  const [sense] = named(resolveEntities([...records, ...more], edits), 'Limb Removal');
  expect(sense?.id).toBe('concept:limb-removal');
  expect(with_(...edits).senses.map(({ name }) => name)).toContain('Limb Removal');
});
