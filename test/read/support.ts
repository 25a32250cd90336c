/** What the tests of reading share: read a text or bytes as a file, and the fixtures, all in our own words. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Fault, SourcePaper } from '../../src/model/index.js';
import { type ReadItem, readInputs } from '../../src/read/index.js';

export const AS_OF = '2026-11-21';

export interface Result {
  papers: SourcePaper[];
  faults: Fault[];
  items: ReadItem[];
}

export async function collect(items: AsyncIterable<ReadItem>): Promise<Result> {
  const result: Result = { papers: [], faults: [], items: [] };
  for await (const item of items) {
    result.items.push(item);
    if (item.kind === 'paper') result.papers.push(item.paper);
    if (item.kind === 'fault') result.faults.push(item.fault);
  }
  return result;
}

/** Reads content as standard input, in pieces of `size` bytes. */
export function readText(content: string | Buffer, size = 1 << 16): Promise<Result> {
  const bytes = Buffer.from(content);
  const pieces: Buffer[] = [];
  for (let i = 0; i < bytes.length; i += size) pieces.push(bytes.subarray(i, i + size));
  return collect(readInputs(['-'], { asOf: AS_OF, stdin: Readable.from(pieces) }));
}

/** Reads content as a file of the given name, which the result's places carry. */
export async function readAs(name: string, content: string | Buffer): Promise<Result> {
  return withFolder(async (folder) => {
    await writeFile(join(folder, name), content);
    const result = await collect(readInputs([join(folder, name)], { asOf: AS_OF }));
    return JSON.parse(JSON.stringify(result).replaceAll(`${folder}/`, '')) as Result;
  });
}

export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'stemma-test-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const ABSTRACTS = [
  'We introduce FernNet, a small recurrent network that predicts the height of ferns from rainfall alone. FernNet extends LeafCell with a gate for drought and halves the error of LeafCell on MossBench.',
  'Counting pebbles by hand is slow. We describe PebbleCount, which combines a camera, a sieve and a decision tree. On RiverBed-2 it is 3 times as fast as a person and as exact.',
  'Most kites are steered by people. This paper presents KiteRL, a policy learned in a wind tunnel with policy gradients, and shows that it keeps a kite in the air for nine hours.',
] as const;
export const TITLES = [
  'FernNet: Predicting the Height of Ferns',
  'Counting Pebbles with a Sieve and a Camera',
  'Learning to Fly Kites',
] as const;

/** A format's fixture: what it looks like, and what must be read from it. */
export interface Fixture {
  /** The name of the reader in the registry. */
  reader: string;
  content: string;
  papers: (Partial<SourcePaper> & { abstract: string; source: { file: string; line: number } })[];
}

const at = (line: number) => ({ source: { file: '-', line } });

export const FIXTURES: readonly Fixture[] = [
  {
    reader: 'a listing of abstracts opened by "Abstract:"',
    content: `Abstract:${ABSTRACTS[0]}\nAbstract: ${ABSTRACTS[1]}Abstract:${ABSTRACTS[2]}\n`,
    papers: [
      { abstract: ABSTRACTS[0], ...at(1) },
      { abstract: ABSTRACTS[1], ...at(2) },
      { abstract: ABSTRACTS[2], ...at(2) },
    ],
  },
  {
    reader: 'the text of a daily-papers page',
    content: [
      'new', '', 'Daily Papers', '', 'May 26', '',
      TITLES[0], '', ABSTRACTS[0], '', '  • 4 authors', '·', 'May 3', '',
      TITLES[1], '', ABSTRACTS[1], '', 'wood-lab Wood Lab', '·', 'Oct 9, 2024 1', '',
      TITLES[2], '', ABSTRACTS[2], '',
    ].join('\n'), // biome-ignore format: as the page has it
    papers: [
      { title: TITLES[0], abstract: ABSTRACTS[0], date: '2026-05-03', ...at(7) },
      { title: TITLES[1], abstract: ABSTRACTS[1], date: '2024-10-09', organizations: ['Wood Lab'], ...at(15) },
      { title: TITLES[2], abstract: ABSTRACTS[2], ...at(23) },
    ],
  },
  {
    reader: 'JSON lines (arXiv metadata or extraction records)',
    content: [
      { id: '2506.00188', title: TITLES[0], abstract: ABSTRACTS[0], authors: ['Ann Lee'], categories: ['cs.CL'], date: '2025-06-02' },
      { id: 'cs/0112017v2', title: TITLES[1], abstract: `  ${ABSTRACTS[1].replace(' We ', '\n We ')}\n`, authors: 'A. Lee (1), B. Roe, Jr. and C. Poe ((1) Oak)', categories: 'cs.CL cs.LG', update_date: '2007-05-23', doi: '10.1/X' },
      { id: 'W7', title: '', abstract: ABSTRACTS[2] },
    ].map((line) => JSON.stringify(line)).join('\n'), // biome-ignore format: one record a line
    papers: [
      { arxiv: '2506.00188', title: TITLES[0], abstract: ABSTRACTS[0], authors: ['Ann Lee'], categories: ['cs.CL'], date: '2025-06-02', ...at(1) },
      { arxiv: 'cs/0112017', title: TITLES[1], abstract: ABSTRACTS[1], authors: ['A. Lee', 'B. Roe, Jr.', 'C. Poe'], categories: ['cs.CL', 'cs.LG'], date: '2007-05-23', ...at(2) },
      { abstract: ABSTRACTS[2], ...at(3) },
    ], // biome-ignore format: one paper a line
  },
  {
    reader: 'BibTeX',
    content: `% our library
@string{jog = "Journal of Greenery"}
@article{lee2024, title = {{FernNet}: Predicting the {H}eight of Ferns}, author = {Lee, Ann and {The Fern Group} and P\\'erez, Jos\\'e},
  journal = jog, year = 2024, month = may, doi = {10.1234/FERN.1}, abstract = {${ABSTRACTS[0]}}}

@misc{roe, title = "${TITLES[1]}", author = {Bo Roe}, year = {2025}, eprint = {2501.01234v3}, archivePrefix = {arXiv},
  primaryClass = {cs.RO},
  abstract = "${ABSTRACTS[1]}"
}
@inproceedings{poe, title={${TITLES[2]}}, author={Cy Poe and others}, date={2023-07-04}, url={https://kites.example/a_b}, abstract={${ABSTRACTS[2]}}}
`,
    papers: [
      { doi: '10.1234/fern.1', title: TITLES[0], abstract: ABSTRACTS[0], authors: ['Ann Lee', 'The Fern Group', 'José Pérez'], date: '2024-05', ...at(3) },
      { arxiv: '2501.01234', title: TITLES[1], abstract: ABSTRACTS[1], authors: ['Bo Roe'], date: '2025', categories: ['cs.RO'], ...at(6) },
      { title: TITLES[2], abstract: ABSTRACTS[2], authors: ['Cy Poe'], date: '2023-07-04', url: 'https://kites.example/a_b', ...at(10) },
    ], // biome-ignore format: one paper a line
  },
  {
    reader: 'RIS',
    content: `TY  - JOUR
TI  - ${TITLES[0]}
AU  - Lee, Ann
AU  - Roe, Bo
DO  - 10.1234/fern.1
PY  - 2024/05/17/
AB  - ${ABSTRACTS[0].slice(0, ABSTRACTS[0].indexOf(' that'))}
${ABSTRACTS[0].slice(ABSTRACTS[0].indexOf(' that') + 1)}
ER  - 

TY  - PREP
T1  - ${TITLES[1]}
DO  - 10.48550/arXiv.2501.01234
Y1  - 2025
N2  - ${ABSTRACTS[1]}
ER  - 
TY  - RPRT
TI  - ${TITLES[2]}
UR  - https://arxiv.org/abs/2502.00009v2
AB  - ${ABSTRACTS[2]}
ER  - 
`,
    papers: [
      { doi: '10.1234/fern.1', title: TITLES[0], abstract: ABSTRACTS[0], authors: ['Ann Lee', 'Bo Roe'], date: '2024-05-17', ...at(1) },
      { arxiv: '2501.01234', title: TITLES[1], abstract: ABSTRACTS[1], date: '2025', ...at(11) },
      { arxiv: '2502.00009', title: TITLES[2], abstract: ABSTRACTS[2], url: 'https://arxiv.org/abs/2502.00009v2', ...at(17) },
    ], // biome-ignore format: one paper a line
  },
  {
    reader: 'CSV with an abstract column',
    content: `Title,Abstract,Authors,Year,DOI
"${TITLES[0]}","${ABSTRACTS[0].replace('. ', '.\n')}",Ann Lee; Bo Roe,2024,10.1234/fern.1

${TITLES[1]},"${ABSTRACTS[1]}","Roe, Bo; Poe, Cy",2025,
${TITLES[2]},"${ABSTRACTS[2]}",,,
`,
    papers: [
      { doi: '10.1234/fern.1', title: TITLES[0], abstract: ABSTRACTS[0], authors: ['Ann Lee', 'Bo Roe'], date: '2024', ...at(2) },
      { title: TITLES[1], abstract: ABSTRACTS[1], authors: ['Bo Roe', 'Cy Poe'], date: '2025', ...at(5) },
      { title: TITLES[2], abstract: ABSTRACTS[2], ...at(6) },
    ], // biome-ignore format: one paper a line
  },
  {
    reader: 'a text or Markdown file with one abstract',
    content: `# ${TITLES[0]}\n\n${ABSTRACTS[0]}\n`,
    papers: [{ title: TITLES[0], abstract: ABSTRACTS[0], ...at(1) }],
  },
];
