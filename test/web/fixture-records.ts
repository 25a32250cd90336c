/**
 * A small invented corpus as extraction records, so that the graph is the same whatever the extractor learns: a line of
 * descent, a benchmark, a technique with an alias that twelve papers use, and a paper whose title is hostile markup.
 */
import { writeFile } from 'node:fs/promises';
import type { EntityType, ExtractionRecord, PaperId, RelationType, Role } from '../../src/model/index.js';

type Entity = readonly [name: string, type: EntityType, role: Role, surfaces: readonly string[]];
type Statement = readonly [from: string, type: RelationType, to: string, evidence: string];

interface Draft {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly entities: readonly Entity[];
  readonly relations?: readonly Statement[];
  /** By default that of the number. */
  readonly date?: string;
  readonly categories?: readonly string[];
}

export const HOSTILE_TITLE = '<img src=x onerror="window.harmed=1"> <script>window.harmed=2</script> & routing';
export const EMBER_SENTENCE = 'Ember extends river routing with a learned gate.';

const RIVER: Entity = ['river routing', 'Technique', 'uses', ['river routing']];

const DRAFTS: readonly Draft[] = [
  {
    id: '2501.00001',
    title: 'River routing for sparse transformers',
    abstract: 'We introduce river routing (RRT), a way to send tokens to few experts. We study token dropping.',
    entities: [
      ['river routing', 'Technique', 'introduces', ['river routing', 'RRT']],
      ['token dropping', 'Concept', 'studies', ['token dropping']],
    ],
  },
  {
    id: '2503.00002',
    title: 'Ember: a gate that learns',
    abstract: `${EMBER_SENTENCE} On QuarryBench, Ember outperforms river routing. We study load balance.`,
    entities: [
      ['Ember', 'Technique', 'introduces', ['Ember']],
      RIVER,
      ['QuarryBench', 'Benchmark', 'evaluates_on', ['QuarryBench']],
      ['load balance', 'Concept', 'studies', ['load balance']],
    ],
    relations: [
      ['Ember', 'BUILDS_ON', 'river routing', EMBER_SENTENCE],
      ['Ember', 'OUTPERFORMS', 'river routing', 'On QuarryBench, Ember outperforms river routing.'],
    ],
  },
  {
    id: '2506.00003',
    title: HOSTILE_TITLE,
    abstract: 'We use river routing in Lumen-7B and write <b onclick="window.harmed=3">bold</b> claims.',
    entities: [RIVER, ['Lumen-7B', 'Model', 'introduces', ['Lumen-7B']]],
  },
  ...Array.from({ length: 11 }, (_, i): Draft => {
    const topic = [
      'bridges',
      'gardens',
      'harbours',
      'kilns',
      'mills',
      'orchards',
      'piers',
      'quays',
      'roofs',
      'silos',
      'towers',
    ][i];
    return {
      id: `2509.${String(i + 10).padStart(5, '0')}`,
      title: `Models of ${topic}`,
      // Gardens share a second thing with the paper on Ember.
      abstract: `We apply river routing to ${topic} planning. The case of ${topic} number ${i} is reported in full.${topic === 'gardens' ? ' It is one of load balance.' : ''}`,
      entities: [
        RIVER,
        [`${topic} planning`, 'Concept', 'studies', [`${topic} planning`]],
        ...(topic === 'gardens' ? ([['load balance', 'Concept', 'studies', ['load balance']]] as const) : []),
      ],
      // The last two are older and of another field.
      ...(i < 9 ? {} : { date: '2023-05-15', categories: ['math.OC'] }),
    };
  }),
];

function spansOf(text: string, surfaces: readonly string[]): [number, number][] {
  const spans: [number, number][] = [];
  for (const surface of surfaces) {
    for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1))
      spans.push([at, at + surface.length]);
  }
  return spans.sort((a, b) => a[0] - b[0]);
}

/** The sentence of the abstract around a place. */
function sentenceAt(text: string, at: number): [number, number] {
  const from = Math.max(text.indexOf('\n') + 1, text.lastIndexOf('. ', at) + 2);
  const stop = text.indexOf('. ', at);
  return [from, stop < 0 ? text.length : stop + 1];
}

function toRecord(draft: Draft, line: number): ExtractionRecord {
  const { id, title, abstract, entities, relations = [], categories = ['cs.LG'] } = draft;
  const text = `${title}\n${abstract}`;
  return {
    paper: {
      id: `arxiv:${id}` as PaperId,
      title,
      abstract,
      authors: ['Ada Example', 'Ben Sample'],
      organizations: ['Institute of Examples'],
      date: draft.date ?? `20${id.slice(0, 2)}-${id.slice(2, 4)}-15`,
      categories: [...categories],
      // Never to become a link.
      url: title === HOSTILE_TITLE ? 'javascript:window.harmed=4' : `https://example.org/${id}`,
      sources: [{ file: 'fixture.jsonl', line: line + 1 }],
    },
    entities: entities.map(([name, type, role, surfaces], i) => {
      const spans = spansOf(text, surfaces);
      const first = spans.find(([start]) => start > title.length) ?? spans[0];
      if (!first) throw new Error(`${name} does not stand in ${id}`);
      return {
        name,
        type,
        role,
        surfaces: [...surfaces],
        spans,
        evidence: sentenceAt(text, first[0]),
        confidence: 0.95 - i * 0.1,
      };
    }),
    relations: relations.map(([from, type, to, evidence]) => {
      const start = text.indexOf(evidence);
      return { from, type, to, evidence, span: [start, start + evidence.length], confidence: 0.9 };
    }),
  };
}

export async function writeFixture(file: string): Promise<void> {
  await writeFile(file, DRAFTS.map((draft, i) => `${JSON.stringify(toRecord(draft, i))}\n`).join(''));
}
