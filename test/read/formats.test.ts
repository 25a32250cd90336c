/** What each format allows besides its plain fixture: missing parts, other spellings, mixtures. */
import { describe, expect, it } from 'vitest';
import { organizationName } from '../../src/read/daily-papers.js';
import { toIsoDate } from '../../src/read/dates.js';
import { toArxivId, toDoi } from '../../src/read/identifiers.js';
import { splitNames } from '../../src/read/names.js';
import { ABSTRACTS, readText, TITLES } from './support.js';

const brief = (papers: { title?: string | undefined; date?: string | undefined; organizations: string[] }[]) =>
  papers.map(({ title, date, organizations }) => [title, date, ...organizations]);

describe('the daily-papers page', () => {
  const page = (...small: string[]) =>
    ['Daily Papers', TITLES[0], ABSTRACTS[0], ...small, TITLES[1], ABSTRACTS[1], '·', 'May 3'].join('\n');

  it.each([
    ['everything', ['  • 6 authors', '·', 'Oct 9, 2024 1'], '2024-10-09', []],
    ['nothing', [], undefined, []],
    ['authors only', ['• 1 authors'], undefined, []],
    ['a dot only', ['·'], undefined, []],
    ['a date only', ['Feb 9 2'], '2026-02-09', []],
    ['an organization, dot and date', ['nvidia NVIDIA', '·', 'May 26'], '2026-05-26', ['NVIDIA']],
    [
      'an organization and date',
      ['oak-lab Oak and Elm Laboratory', 'May 26'],
      '2026-05-26',
      ['Oak and Elm Laboratory'],
    ],
    ['an organization and dot', ['oak-lab Oak Lab', '·'], undefined, ['Oak Lab']],
    ['an organization alone', ['CUHK CUHK'], undefined, ['CUHK']],
    ['a day that does not exist', ['·', 'Feb 30'], '2026-02', []],
    ['a full month', ['·', 'September 5, 2023'], '2023-09-05', []],
    ['blank lines between', ['', '  • 6 authors', '', '·', '', 'Jun 1, 2023 12', ''], '2023-06-01', []],
  ])('%s', async (_, small, date, organizations) => {
    const { papers, faults } = await readText(page(...small));
    expect(faults).toEqual([]);
    expect(brief(papers)).toEqual([
      [TITLES[0], date, ...organizations],
      [TITLES[1], '2026-05-03'],
    ]);
  });

  it("the date of the page is no paper's", async () => {
    const { papers } = await readText(`Daily Papers\n\nMay 26\n\n${TITLES[0]}\n\n${ABSTRACTS[0]}\n`);
    expect(brief(papers)).toEqual([[TITLES[0], undefined]]);
  });

  it('an abstract in two paragraphs is one', async () => {
    const { papers } = await readText(
      `Daily Papers\n${TITLES[0]}\n\n${ABSTRACTS[0]}\n\n${ABSTRACTS[1]}\n\n• 2 authors\n`,
    );
    expect(papers.map((paper) => paper.abstract)).toEqual([`${ABSTRACTS[0]} ${ABSTRACTS[1]}`]);
  });

  it.each([
    ['nvidia NVIDIA', 'NVIDIA'],
    ['amazon Amazon', 'Amazon'],
    ['Oak', 'Oak'],
    ['Oak University Oak University', 'Oak University'],
    ['oak-uni Oak University', 'Oak University'],
  ])('organization %s', (text, name) => {
    expect(organizationName(text)).toBe(name);
  });
});

describe('a listing', () => {
  it.each([
    ['run together', `Abstract:${ABSTRACTS[0]}Abstract:${ABSTRACTS[1]}`, 2],
    [
      'run together after an address',
      'Abstract:Code for pebbles is at https://pebbles.example/x-yAbstract:We count kites.',
      2,
    ],
    ['a space between', `Abstract: ${ABSTRACTS[0]} Abstract: ${ABSTRACTS[1]}`, 2],
    ['over several lines', `Abstract: ${ABSTRACTS[0].replaceAll('. ', '.\n')}\n\nAbstract:\n${ABSTRACTS[1]}`, 2],
    ['the word in a sentence', 'Abstract:We fill the field "Abstract:" and the Abstract: field of forms.', 1],
    ['a hyphen before', 'Abstract:The Non-Abstract: a kite of paper.', 1],
  ])('%s', async (_, text, count) => {
    expect((await readText(text)).papers).toHaveLength(count);
  });

  it('of one paper is told by the lines before its abstract', async () => {
    const { papers, faults } = await readText(`Title: ${TITLES[0]}\nAuthors: Ann Lee\n\nAbstract: ${ABSTRACTS[0]}\n`);
    expect(faults).toEqual([]);
    expect(papers).toMatchObject([{ title: TITLES[0], authors: ['Ann Lee'], abstract: ABSTRACTS[0] }]);
  });

  it('takes fields that stand before an opener', async () => {
    const { papers } = await readText(
      `Title: ${TITLES[0]}\nAuthors: Ann Lee, Bo Roe\nAbstract: ${ABSTRACTS[0]}\nComments: 9 pages\n\nTitle: ${TITLES[1]}\nAbstract: ${ABSTRACTS[1]}\n`,
    );
    expect(papers).toMatchObject([
      { title: TITLES[0], authors: ['Ann Lee', 'Bo Roe'], abstract: ABSTRACTS[0], source: { line: 1 } },
      { title: TITLES[1], abstract: ABSTRACTS[1], source: { line: 6 } },
    ]);
  });
});

describe('a single abstract', () => {
  it.each([
    ['a heading', `# ${TITLES[0]}\n\n${ABSTRACTS[0]}`, TITLES[0]],
    ['an underlined heading', `${TITLES[0]}\n=====\n\n${ABSTRACTS[0]}`, TITLES[0]],
    ['a first line', `${TITLES[0]}\n\n${ABSTRACTS[0]}`, TITLES[0]],
    ['a line right above it', `${TITLES[0]}\n${ABSTRACTS[0]}`, TITLES[0]],
    ['no title', ABSTRACTS[0], undefined],
    ['broken lines without a title', ABSTRACTS[0].replace(/(.{50}\S*) /g, '$1\n'), undefined],
    [
      'the word above it',
      `${TITLES[0]}\n\nAnn Lee, Bo Roe\n\n## Abstract\n\n${ABSTRACTS[0]}\n\n## Introduction\n\nFerns grow.`,
      TITLES[0],
    ],
    ['the word before it', `${TITLES[0]}\n\nAbstract. ${ABSTRACTS[0]}\n\nKeywords: ferns`, TITLES[0]],
    ['broken lines', `${TITLES[0]}\n\n${ABSTRACTS[0].replace(/(.{50}\S*) /g, '$1\n')}`, TITLES[0]],
    ['front matter', `---\ntitle: "${TITLES[0]}"\n---\n\n${ABSTRACTS[0]}`, TITLES[0]],
  ])('%s', async (_, text, title) => {
    const { papers, faults } = await readText(text);
    expect(faults).toEqual([]);
    expect(papers).toHaveLength(1);
    expect(papers[0]?.abstract).toBe(ABSTRACTS[0]);
    expect(papers[0]?.title).toBe(title);
  });
});

describe('tables', () => {
  it.each([';', '\t'])('columns parted by %j', async (delimiter) => {
    const row = [TITLES[0], `"${ABSTRACTS[0]}"`, '2024-05-01'].join(delimiter);
    expect((await readText(`${['Title', 'Abstract', 'Date'].join(delimiter)}\n${row}\n`)).papers).toMatchObject([
      { title: TITLES[0], abstract: ABSTRACTS[0], date: '2024-05-01' },
    ]);
  });
});

describe('JSON lines', () => {
  it('may mix metadata and extraction records', async () => {
    const record = {
      paper: { id: 'text:00', title: 'Made', titleFrom: 'abstract', abstract: ABSTRACTS[0], authors: [], organizations: [], categories: [], sources: [{ file: 'a', line: 1 }] },
      entities: [{ name: 'FernNet', type: 'Technique', role: 'introduces', surfaces: ['FernNet'], spans: [[14, 21]], confidence: 0.9 }],
      relations: [],
    }; // biome-ignore format: a record
    const { items } = await readText(
      `${JSON.stringify({ id: '1', abstract: ABSTRACTS[1] })}\n${JSON.stringify(record)}\n`,
    );
    expect(items.map((item) => item.kind)).toEqual(['paper', 'record']);
    expect(items[1]).toEqual({ kind: 'record', record, source: { file: '-', line: 2 } });
    const moved = { ...record, entities: [{ ...record.entities[0], spans: [[15, 22]] }] };
    expect((await readText(`${JSON.stringify(moved)}\n`)).faults).toMatchObject([{ code: 'bad-record', line: 1 }]);
    for (const evidence of [
      [1, 9_999],
      [7, 7],
      [9, 3],
    ]) {
      const beyond = { ...record, entities: [{ ...record.entities[0], evidence }] };
      expect((await readText(`${JSON.stringify(beyond)}\n`)).faults).toMatchObject([{ code: 'bad-record', line: 1 }]);
    }
  });
});

describe('dates', () => {
  it.each([
    ['2025', '2025'],
    ['2025-06', '2025-06'],
    ['2025-6-2', '2025-06-02'],
    ['2025/06/02/', '2025-06-02'],
    ['2024//', '2024'],
    ['20250602', '2025-06-02'],
    ['2025-06-02T10:00:00Z', '2025-06-02'],
    ['Mon, 2 Apr 2007 19:18:42 GMT', '2007-04-02'],
    ['Oct 9, 2024', '2024-10-09'],
    ['October 2024', '2024-10'],
    ['2025-13-01', '2025'],
    ['2023-02-29', '2023-02'],
    ['soon', undefined],
    ['', undefined],
  ])('%s', (raw, date) => {
    expect(toIsoDate(raw)).toBe(date);
  });
});

describe('identifiers', () => {
  it.each([
    ['2506.00188', '2506.00188'],
    ['2506.00188v3', '2506.00188'],
    ['arXiv:2506.00188v3', '2506.00188'],
    ['https://arxiv.org/abs/2506.00188v1', '2506.00188'],
    ['http://arxiv.org/pdf/2506.00188v1.pdf', '2506.00188'],
    ['hep-th/9901001v2', 'hep-th/9901001'],
    ['math.GT/0309136', 'math.GT/0309136'],
    ['ax-003', undefined],
    ['12345', undefined],
  ])('arXiv %s', (raw, id) => {
    expect(toArxivId(raw)).toBe(id);
  });

  it.each([
    ['10.1234/ABC', '10.1234/abc'],
    ['https://doi.org/10.1234/Abc.', '10.1234/abc'],
    ['doi:10.1234/abc', '10.1234/abc'],
    ['none', undefined],
  ])('DOI %s', (raw, doi) => {
    expect(toDoi(raw)).toBe(doi);
  });
});

describe('lists of names', () => {
  it.each([
    ['A. Lee, B. Roe and C. Poe', ['A. Lee', 'B. Roe', 'C. Poe']],
    ['A. Lee, B. Roe, and C. Poe', ['A. Lee', 'B. Roe', 'C. Poe']],
    ['Ann Lee', ['Ann Lee']],
    ['Lee, Ann; Roe, Bo', ['Ann Lee', 'Bo Roe']],
    ['Lee, Ann and Roe, Bo', ['Ann Lee', 'Bo Roe']],
    ['A. Lee (1 and 2), B. Roe (1) ((1) Oak, (2) Elm)', ['A. Lee', 'B. Roe']],
    ['A. Sandy, B. Anders', ['A. Sandy', 'B. Anders']],
    ["P\\'al Erd\\H{o}s, Ann Lee", ['Pál Erdős', 'Ann Lee']],
    ['A. Lee, Jr., B. Roe III', ['A. Lee, Jr.', 'B. Roe III']],
    ['', []],
  ])('%s', (raw, names) => {
    expect(splitNames(raw)).toEqual(names);
  });
});
