/** What all papers together say of names: acronyms inside names, wordings, misspellings, and why forms are joined. */
import { describe, expect, it } from 'vitest';
import { resolveEntities, type Sense } from '../../src/resolve/index.js';
import { type EntitySketch, record } from '../support/records.js';
import { defines, resolve } from './sketches.js';

type Case = [name: string, papers: EntitySketch[][], one: string, other: string];
/** A case for each pair of names, each name of which stands in a paper of its own. */
const each = (what: string, pairs: readonly (readonly [string, string])[]): Case[] =>
  pairs.map(([one, other]) => [`${what}: ${other}`, [[{ name: one }], [{ name: other }]], one, other]);
const senseCalled = (senses: readonly Sense[], form: string): Sense[] =>
  senses.filter(({ name, aliases }) => name === form || aliases.includes(form));

describe('names that the corpus shows to be one', () => {
  const kv = [defines('key-value', 'KV')];
  const rlvr = (long: string): EntitySketch[] => [defines(long, 'RLVR')];
  const cases: Case[] = [
    [
      'irregular plural',
      [[{ name: 'Nash equilibrium' }], [{ name: 'Nash equilibria' }]],
      'Nash equilibrium',
      'Nash equilibria',
    ],
    ['plural in -ies', [[{ name: 'policy' }], [{ name: 'policies' }]], 'policy', 'policies'],
    [
      'plural in -es',
      [[{ name: 'inductive bias' }], [{ name: 'inductive biases' }]],
      'inductive bias',
      'inductive biases',
    ],
    [
      'British spelling',
      [[{ name: 'policy optimisation' }], [{ name: 'policy optimization' }]],
      'policy optimisation',
      'policy optimization',
    ],
    ...each('another form of a word', [
      ['geometric prior', 'geometry prior'],
      ['robot manipulation', 'robotics manipulation'],
      ['multimodality fusion', 'multi-modal fusion'],
      ['math reasoning', 'mathematical reasoning'],
      ['spatio-temporal attention', 'spatial-temporal attention'],
      ['neurosymbolic AI', 'neural-symbolic AI'],
      ['satellite image', 'satellite imagery'],
      ['human judgement', 'human judgment'],
    ]),
    ...each('one word or two', [
      ['APTOS 2019', 'APTOS2019'],
      ['Kinetics-400', 'Kinetics400'],
      ['DAVIS 2017', 'Davis2017'],
      ['CH-SIMS', 'CH SIMS'],
      ['ECCV 2024', 'ECCV2024'],
      ['data center', 'datacenter'],
      ['mis-calibration', 'miscalibration'],
      ['YOLOv11n', 'YOLO11n'],
      ['LLM-as-a-judge', 'LLM-as-judge'],
    ]),
    ['a version with and without v', [[{ name: 'SAM 2' }], [{ name: 'SAM v2' }]], 'SAM 2', 'SAM v2'],
    [
      'an acronym in brackets',
      [[{ name: 'Key-Value (KV) cache' }], [{ name: 'key-value cache' }]],
      'Key-Value (KV) cache',
      'key-value cache',
    ],
    [
      'an acronym inside a name',
      [kv, kv, [{ name: 'KV cache' }], [{ name: 'key-value cache' }]],
      'KV cache',
      'key-value cache',
    ],
    [
      'an acronym with a digit for a word, inside a name',
      [
        [defines('text-to-video', 'T2V')],
        [defines('text-to-video', 'T2V')],
        [{ name: 'T2V generation' }],
        [{ name: 'text-to-video generation' }],
      ],
      'T2V generation',
      'text-to-video generation',
    ],
    [
      'two wordings of one definition',
      [rlvr('reinforcement learning with verifiable rewards'), rlvr('reinforcement learning from verifiable reward')],
      'reinforcement learning with verifiable rewards',
      'reinforcement learning from verifiable reward',
    ],
    [
      'a definition misspelt',
      [[defines('chain-of-thought', 'CoT')], [defines('chain-of-tought', 'CoT')]],
      'chain-of-thought',
      'chain-of-tought',
    ],
    [
      'a definition with a word for another that begins alike',
      [[defines('principal component analysis', 'PCA')], [defines('principle component analysis', 'PCA')]],
      'principal component analysis',
      'principle component analysis',
    ],
    [
      'a definition that adds the kind of thing',
      [[defines('long short-term memory', 'LSTM')], [defines('long short-term memory network', 'LSTM')]],
      'long short-term memory',
      'long short-term memory network',
    ],
    ['an acronym in other case', [[{ name: 'BERT' }], [{ name: 'Bert' }]], 'BERT', 'Bert'],
    [
      'a short form with a digit',
      [[defines('Text-to-Text Transfer Transformer', 'T5')], [{ name: 'T5' }]],
      'T5',
      'Text-to-Text Transfer Transformer',
    ],
  ];
  it.each(cases)('%s', (_, papers, one, other) => {
    const { senses } = resolve(...papers);
    expect(senseCalled(senses, one)).toHaveLength(1);
    expect(senseCalled(senses, one)).toEqual(senseCalled(senses, other));
  });
});

describe('names that stay two', () => {
  const three = (name: string, type: EntitySketch['type']): EntitySketch[][] =>
    Array.from({ length: 3 }, () => [{ name, ...(type === undefined ? {} : { type }) }]);
  const cases: Case[] = [
    ['a model and a word of its letters', [...three('CLIP', 'Model'), ...three('clip', 'Concept')], 'CLIP', 'clip'],
    ...each('another word that begins alike', [
      ['graph model', 'graphical model'],
      ['text editing', 'texture editing'],
      ['mental image', 'mental imagery'],
      ['context learning', 'contextual learning'],
      ['visual modality', 'visual modal'],
      ['image', 'imagery'],
      ['YOLOv8', 'YOLOv8s'],
      ['EfficientNetV2', 'EfficientNetV2S'],
      ['PII', 'π_i'],
      ['KG', 'k<g'],
      ['DELTA', 'Δ'],
      ['CT', '$C_t$'],
      ['Hepatitis A virus', 'Hepatitis virus'],
    ]),
    ['a plus sign', [[{ name: 'LoRA' }], [{ name: 'LoRA+' }]], 'LoRA', 'LoRA+'],
    ['a star', [[{ name: 'A' }], [{ name: 'A*' }]], 'A', 'A*'],
    ['a capital S that is no plural', [[{ name: 'BraTS' }], [{ name: 'brat' }]], 'BraTS', 'brat'],
    [
      'an acronym of two meanings inside a name',
      [
        [defines('machine learning', 'ML')],
        [defines('maximum likelihood', 'ML')],
        [{ name: 'ML estimation' }],
        [{ name: 'machine learning estimation' }],
      ],
      'ML estimation',
      'machine learning estimation',
    ],
    ...(
      [
        ['self-supervised learning', 'semi-supervised learning', 'SSL'],
        ['intraclass correlation', 'interclass correlation', 'IC'],
        ['unsupervised domain adaptation', 'supervised domain adaptation', 'SDA'],
        ['macro-level motion', 'micro-level motion', 'MLM'],
        ['next sentence prediction', 'next sequence prediction', 'NSP'],
        ['hand pose estimation', 'head pose estimation', 'HPE'],
      ] as const
    ).map(([one, other, short]): [string, EntitySketch[][], string, string] => [
      `one acronym for opposites or two kinds: ${one}`,
      [
        [defines(one, short)],
        [defines(other, short)],
        [{ name: 'sequence' }],
        [{ name: 'sequence model' }],
        [{ name: 'long sequence' }],
      ],
      one,
      other,
    ]),
    [
      'a coined name that looks misspelt',
      [
        ...Array.from({ length: 40 }, (_, i) => [
          { name: `mathematics ${'abcdefghijklmnopqrstuvwxyz'[i % 26]}${i > 25 ? 'x' : ''}` },
        ]),
        [{ name: 'mathematics' }],
        [{ name: 'MatheMatixs' }],
      ],
      'mathematics',
      'MatheMatixs',
    ],
    [
      'a variant that one paper defines as its family',
      [
        [{ name: 'Llama-3-70B', surfaces: ['Llama-3-70B', 'Llama-3-70B-Instruct'] }],
        [{ name: 'Llama-3-70B-Instruct' }],
      ],
      'Llama-3-70B',
      'Llama-3-70B-Instruct',
    ],
    [
      'an acronym and a common word',
      [
        [{ name: 'NODE', surfaces: ['NODE', 'neural ordinary differential equation'] }],
        [{ name: 'node' }],
        ...['graph', 'tree', 'leaf', 'root', 'inner', 'outer', 'sensor', 'edge', 'cloud', 'blue'].map((kind) => [
          { name: `${kind} node` },
        ]),
      ],
      'NODE',
      'node',
    ],
    [
      'what a paper calls beside its kind',
      [
        [{ name: 'large language model', surfaces: ['large language models', 'LLaMA-3.1-8B'] }],
        [{ name: 'LLaMA-3.1-8B' }],
      ],
      'large language model',
      'LLaMA-3.1-8B',
    ],
    [
      'what a paper calls beside the acronym of its kind',
      [[{ name: 'LLM', surfaces: ['LLMs', 'LLaMA 3.2 Instruct'] }], [{ name: 'LLaMA 3.2 Instruct', type: 'Model' }]],
      'LLM',
      'LLaMA 3.2 Instruct',
    ],
    [
      'what a paper calls beside its kind, the other way round',
      [[{ name: 'LLaMA-3.1-8B', surfaces: ['LLaMA-3.1-8B', 'LLMs'] }], [{ name: 'LLM', surfaces: ['LLMs'] }]],
      'LLM',
      'LLaMA-3.1-8B',
    ],
  ];
  it.each(cases)('%s', (_, papers, one, other) => {
    const { senseOf, senses } = resolve(...papers);
    const paperWith = (name: string) => papers.findIndex((entities) => entities.some((entity) => entity.name === name));
    const find = (name: string) => senseOf(`arxiv:2501.${String(paperWith(name)).padStart(5, '0')}`, name);
    expect(senses.length).toBeGreaterThan(1);
    expect(find(one)).toBeDefined();
    expect(find(one)?.id).not.toBe(find(other)?.id);
    expect(find(one)?.aliases).not.toContain(other);
  });
});

describe('a definition that only the text of a paper states', () => {
  const paper = (index: number, abstract: string, ...entities: EntitySketch[]) =>
    record({ id: `arxiv:2501.0000${index}`, abstract, entities });

  it('may have a digit for a word', () => {
    const { senses } = resolveEntities([
      paper(0, 'Peer to peer (P2P) networks fail. P2P networks are old.', { name: 'P2P networks' }),
      paper(1, 'We join a peer-to-peer network.', { name: 'peer-to-peer network' }),
    ]);
    expect(senses).toHaveLength(1);
  });

  it('spells the acronym out inside names', () => {
    const { senses } = resolveEntities([
      paper(0, 'We shrink the key-value (KV) cache. The KV cache is large.', { name: 'KV cache' }),
      paper(1, 'We keep the key-value cache small.', { name: 'key-value cache' }),
    ]);
    expect(senses.map(({ aliases }) => aliases)).toEqual([['key-value cache']]);
    expect(senses[0]?.joins.map(({ rule, papers }) => [rule, papers])).toEqual([['expansion', ['arxiv:2501.00000']]]);
  });

  it('is the meaning of the acronym in this paper', () => {
    const { senseOf } = resolveEntities([
      paper(0, 'Speculative decoding (SD) is fast, so we use SD.', { name: 'SD' }),
      paper(1, 'We study speculative decoding.', { name: 'speculative decoding' }),
    ]);
    expect(senseOf('arxiv:2501.00000', 'SD')).toBe(senseOf('arxiv:2501.00001', 'speculative decoding'));
  });

  it('does not take a paper that presents the acronym as its own for another one that defines it', () => {
    const { senses } = resolveEntities([
      record({
        id: 'arxiv:2501.00000',
        abstract: 'We propose paged online adapter routing (POLAR) for serving; adapters are paged.',
        entities: [
          {
            name: 'paged online adapter routing',
            surfaces: ['paged online adapter routing', 'POLAR'],
            role: 'introduces',
          },
          { name: 'serving' },
        ],
      }),
      record({
        id: 'arxiv:2501.00001',
        abstract: 'We propose POLAR, a policy for legged robots on ice and sand in winter.',
        entities: [{ name: 'POLAR', role: 'introduces' }, { name: 'legged robots' }, { name: 'sand' }],
      }),
    ]);
    expect(senses.filter(({ name, aliases }) => [name, ...aliases].includes('POLAR'))).toHaveLength(2);
  });
});

describe('a well-known name that one paper spells out', () => {
  const uses = (name: string): EntitySketch[][] => Array.from({ length: 60 }, () => [{ name, type: 'Benchmark' }]);
  const gsm = defines('grade school math 8K', 'GSM8K');

  it('is one node with the words that it stands for, and says why', () => {
    const { senses } = resolve(...uses('GSM8K'), [gsm]);
    expect(senses.map(({ name, aliases }) => [name, ...aliases])).toEqual([['GSM8K', 'grade school math 8K']]);
    expect(senses[0]?.joins.map(({ rule, papers }) => [rule, papers])).toEqual([['definition', ['arxiv:2501.00060']]]);
  });

  it.each<[string, EntitySketch[][]]>([
    ['the paper presents it as its own', [...uses('GSM8K'), [{ ...gsm, role: 'introduces' }]]],
    ['the words stand alone elsewhere', [...uses('GSM8K'), [gsm], [{ name: 'grade school math 8K' }]]],
    ['the name is of capitals only', [...uses('CLIP'), [defines('clinical language image pretraining', 'CLIP')]]],
    ['the words have no version', [...uses('YOLOv8'), [defines('you only look once', 'YOLOv8')]]],
  ])('stays two where %s', (_, papers) => {
    expect(resolve(...papers).senses).toHaveLength(2);
  });
});

describe('the reasons of a node', () => {
  const { senses } = resolve(
    [defines('key-value cache', 'KV cache')],
    [{ name: 'KV-Cache', surfaces: ['KV-Cache', 'KV caches'] }],
    [defines('reinforcement learning with verifiable rewards', 'RLVR')],
    [defines('reinforcement learning from verifiable rewards', 'RLVR')],
    [{ name: 'RLVR' }],
  );

  it('lead from every alias to the name', () => {
    expect(senses.map(({ aliases }) => aliases.length)).toEqual([3, 2]);
    for (const { name, aliases, joins } of senses) {
      const reached = new Set([name]);
      for (let before = 0; before < reached.size; ) {
        before = reached.size;
        for (const { a, b } of joins) if (reached.has(a) || reached.has(b)) reached.add(a).add(b);
      }
      expect([...reached].sort()).toEqual([name, ...aliases].sort());
    }
  });

  it('name the rule and the papers', () => {
    const [rlvr] = senseCalled(senses, 'RLVR');
    expect(new Set(rlvr?.joins.map(({ rule }) => rule))).toEqual(new Set(['definition', 'wording']));
    expect(new Set(rlvr?.joins.flatMap(({ papers }) => papers))).toEqual(
      new Set(['arxiv:2501.00002', 'arxiv:2501.00003']),
    );
    for (const { score, papers } of rlvr?.joins ?? []) {
      expect(score).toBeGreaterThan(0);
      expect(papers.length).toBeGreaterThan(0);
    }
  });
});
