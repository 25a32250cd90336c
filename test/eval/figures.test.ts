/** The figures are a contract: the judge's, to the decimal. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { marked, paperOfMarked, readMarked, score } from '../../src/eval/index.js';
import { createExtractor } from '../../src/extract/index.js';
import { sharedIsAbsent } from '../support/shared.js';
import { goldFile, judgeFiles, linesFile } from './judge.js';
import { entity, goldLine, paper } from './papers.js';
import { type GoldObject, perturb } from './perturb.js';

const LORA = entity('LoRA', 'Technique', 'introduces', ['LoRA']);
const BERT = entity('BERT', 'Model', 'uses', ['BERT']);
const TUNING = entity('fine-tuning', 'Concept', 'studies', ['fine-tuning']);

describe('the figures', () => {
  it('are those that a person counts', () => {
    const gold = [
      paper({ id: '1', entities: [LORA, BERT, TUNING], relations: [['LoRA', 'BUILDS_ON', 'BERT', 'x']] }, 'gold'),
      paper({ id: '2', entities: [BERT], relations: [] }, 'gold'),
    ];
    const predicted = [
      paper({
        id: '1',
        entities: [LORA, entity('BERT', 'Model', 'studies'), entity('tuning')],
        relations: [
          ['LoRA', 'BUILDS_ON', 'BERT', 'x'],
          ['LoRA', 'PART_OF', 'tuning', 'x'],
        ],
      }),
    ];
    expect(score(gold, predicted)).toEqual({
      papers: 2,
      papers_found: 1,
      entity: { p: 66.7, r: 50, f1: 57.1, gold: 4 },
      span: { p: 66.7, r: 50, f1: 57.1, gold: 4 },
      named_recall: 66.7,
      by_type: {
        Model: { p: 100, r: 50, f1: 66.7, gold: 2 },
        Technique: { p: 100, r: 100, f1: 100, gold: 1 },
        Benchmark: { p: 0, r: 0, f1: 0, gold: 0 },
        Concept: { p: 0, r: 0, f1: 0, gold: 1 },
      },
      edge: { p: 33.3, r: 25, f1: 28.6, gold: 4 },
      intro: { p: 100, r: 100, f1: 100, gold: 1 },
      relation: { p: 50, r: 100, f1: 66.7, gold: 1 },
      lineage: { p: 100, r: 100, f1: 100, gold: 1 },
      link: { p: 0, r: 0, f1: 0, gold: 1 },
    });
  });
});

/** Predictions at the edges of what the judge defines; each is also given to it. */
const EDGES: [title: string, gold: object[], predicted: object[]][] = [
  ['no paper found', [goldLine({ entities: [LORA] })], [goldLine({ id: '9', text: 'Another.', entities: [LORA] })]],
  ['nothing predicted', [goldLine({ entities: [LORA] })], [goldLine({})]],
  ['nothing in gold', [goldLine({})], [goldLine({ entities: [LORA] })]],
  ['no papers at all', [], [goldLine({ entities: [LORA] })]],
  [
    'the abstract decides before the id',
    [
      goldLine({ id: '1', text: 'One abstract.', entities: [LORA] }),
      goldLine({ id: '2', text: 'Two.', entities: [BERT] }),
    ],
    [goldLine({ id: '2', text: 'One abstract.', entities: [LORA] })],
  ],
  [
    'ids without prefix and version',
    [goldLine({ id: '2501.00001', text: 'Here.', entities: [LORA] })],
    [
      {
        paper: { id: 'arxiv:2501.00001v3', abstract: 'There.' },
        entities: [{ name: 'LoRA', type: 'Technique', role: 'Introduces' }],
      },
    ],
  ],
  [
    'of a paper that stands twice the last counts',
    [
      goldLine({ entities: [LORA] }),
      goldLine({ id: '2', text: 'Other.' }),
      goldLine({ id: '3', text: 'Abstract of 1.', entities: [BERT] }),
    ],
    [goldLine({ entities: [BERT] }), goldLine({ entities: [LORA, BERT] })],
  ],
  [
    'abstracts without a letter have one key',
    [goldLine({ id: '1', text: '摘要', entities: [LORA] }), goldLine({ id: '2', text: '論文', entities: [BERT] })],
    [goldLine({ id: '3', text: '要約', entities: [BERT] })],
  ],
  [
    'doubled surfaces and names',
    [goldLine({ entities: [LORA, LORA, BERT], relations: [['LoRA', 'BUILDS_ON', 'BERT', 'x']] })],
    [goldLine({ entities: [BERT, LORA, LORA], relations: [['LoRA', 'BUILDS_ON', 'BERT', 'x']] })],
  ],
  [
    'plurals, Greek and LaTeX',
    [
      goldLine({
        entities: [
          entity('β-VAEs', 'Model'),
          entity('$\\alpha$-divergence'),
          entity('Schrödinger bridges'),
          entity('C#'),
        ],
      }),
    ],
    [
      goldLine({
        entities: [
          entity('\\beta-VAE', 'Model'),
          entity('alpha divergence'),
          entity('Schrodinger Bridge'),
          entity('C'),
        ],
      }),
    ],
  ],
  [
    'ties in matching',
    [goldLine({ entities: [entity('a', 'Model', 'uses', ['x']), entity('b', 'Concept', 'uses', ['x', 'y'])] })],
    [goldLine({ entities: [entity('c', 'Concept', 'uses', ['x']), entity('b', 'Model', 'studies', ['y', 'x'])] })],
  ],
  [
    'relations of strangers, both ways and twice',
    [
      goldLine({
        entities: [LORA, BERT],
        relations: [
          ['LoRA', 'BUILDS_ON', 'BERT', 'x'],
          ['LoRA', 'PART_OF', 'GPT', 'x'],
        ],
      }),
    ],
    [
      goldLine({
        entities: [LORA, BERT],
        relations: [
          ['LoRA', 'BUILDS_ON', 'BERT', 'x'],
          ['LoRA', 'BUILDS_ON', 'BERT', 'y'],
          ['BERT', 'BUILDS_ON', 'LoRA', 'x'],
          ['LoRA', 'PART_OF', 'GPT', 'x'],
        ],
      }),
    ],
  ],
  [
    'hubs link nothing, others do',
    Array.from({ length: 12 }, (_, i) =>
      goldLine({ id: `${i}`, entities: i < 5 ? [BERT, TUNING] : i < 8 ? [LORA] : [] }),
    ),
    Array.from({ length: 12 }, (_, i) =>
      goldLine({ id: `${i}`, entities: i < 3 ? [BERT, LORA] : i < 7 ? [LORA] : [TUNING] }),
    ),
  ],
  [
    'types and roles that nobody knows',
    [goldLine({ entities: [LORA, BERT] })],
    [goldLine({ entities: [entity('LoRA', 'Recipe', 'invents'), entity('BERT', 'Model', '')] })],
  ],
];

describe.skipIf(sharedIsAbsent)('the figures against the judge (needs ../shared)', () => {
  const both = async (goldPath: string, predictedPath: string) => {
    const gold = await readMarked(goldPath, 'gold');
    const predicted = await readMarked(predictedPath, 'predicted');
    expect([...gold.faults, ...predicted.faults]).toEqual([]);
    return { ours: score(gold.papers, predicted.papers), theirs: judgeFiles(goldPath, predictedPath) };
  };

  it.each(EDGES)('are the same: %s', async (_, gold, predicted) => {
    const { ours, theirs } = await both(linesFile('gold.jsonl', gold), linesFile('predicted.jsonl', predicted));
    expect(ours).toEqual(theirs);
  });

  it('are the same for the fast extractor on the seeds', async () => {
    const { papers } = await readMarked(goldFile('seeds-dev'), 'gold');
    const extractor = await createExtractor('fast');
    const records = [];
    for (const one of papers) records.push(await extractor.extract(paperOfMarked(one)));
    await extractor.close();
    const { ours, theirs } = await both(goldFile('seeds-dev'), linesFile('predicted.jsonl', records));
    expect(ours).toEqual(theirs);
    expect(ours.papers_found).toBe(41);
    expect(
      score(
        papers,
        records.map((record) => marked(record)),
      ),
    ).toEqual(theirs);
  });

  it.each([1, 2, 3, 4])('are the same for a hundred papers that were perturbed with seed %d', async (seed) => {
    const lines = readFileSync(goldFile('train'), 'utf8').split('\n').slice(0, 100);
    const gold = lines.map((line) => JSON.parse(line) as GoldObject);
    const { ours, theirs } = await both(
      linesFile('gold.jsonl', gold),
      linesFile('predicted.jsonl', perturb(gold, seed)),
    );
    expect(ours).toEqual(theirs);
    // Every way of erring left its trace.
    for (const figure of [ours.entity, ours.span, ours.edge, ours.intro, ours.relation, ours.lineage, ours.link]) {
      expect(figure.f1).toBeGreaterThan(20);
      expect(figure.f1).toBeLessThan(99);
    }
    expect(ours.papers_found).toBeLessThan(ours.papers);
  });

  it('are a hundred where gold is compared with itself', async () => {
    const { ours, theirs } = await both(goldFile('train'), goldFile('train'));
    expect(ours).toEqual(theirs);
    expect(ours.edge).toMatchObject({ p: 100, r: 100, f1: 100 });
  });
});
