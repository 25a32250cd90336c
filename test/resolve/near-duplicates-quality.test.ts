/** Recall on real abstracts that were changed as sources change them, and none joined wrongly (needs ../shared). */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SourcePaper, seededRandom } from '../../src/model/index.js';
import { readInputs } from '../../src/read/index.js';
import { sharedFolder, sharedIsAbsent } from '../support/shared.js';
import { mergeAll, paperInput } from './papers-support.js';

const PAPERS = 500;
const random = seededRandom(5);
const pick = (count: number) => Math.floor(random() * count);

const withTypos = (text: string, rate: number) =>
  text.replace(/\S{5,}/g, (word) => {
    if (random() > rate) return word;
    const at = 1 + pick(word.length - 3);
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
  });
const withSentence = (text: string, sentence?: string) => {
  const sentences = text.split(/(?<=[.!?])\s+/);
  sentences.splice(pick(sentences.length), 1, ...(sentence === undefined ? [] : [sentence]));
  return sentences.join(' ');
};
const NEW =
  'In addition, we now describe several further observations, made after the first version had been circulated.';
const BRITISH: [RegExp, string][] = [[/iz(e|ed|es|ing|ation)\b/g, 'is$1'], [/behavior/g, 'behaviour'], [/model(ed|ing)\b/g, 'modell$1'], [/analyz/g, 'analys']]; // biome-ignore format: a table

type Change = (paper: SourcePaper) => { title?: string | undefined; abstract: string };
/** What a source does to a paper, and the share that must be known again. */
const CHANGES: [string, number, Change][] = [
  ['British spelling', 0.99, ({ abstract }) => ({ abstract: BRITISH.reduce((text, [from, to]) => text.replace(from, to), abstract) })],
  ['LaTeX taken out', 0.98, ({ abstract }) => ({ abstract: abstract.replace(/\$([^$]+)\$/g, (_, math: string) => math.replace(/[\\{}^_]/g, '')).replace(/--/g, '–') })],
  ['typos in 3 % of the words', 0.97, ({ abstract }) => ({ abstract: withTypos(abstract, 0.03) })],
  ['typos in 8 % of the words, titled', 0.98, ({ title, abstract }) => ({ title, abstract: withTypos(abstract, 0.08) })],
  ['a sentence left out', 0.97, ({ abstract }) => ({ abstract: withSentence(abstract) })],
  ['a sentence changed', 0.8, ({ abstract }) => ({ abstract: withSentence(abstract, NEW) })],
  ['a sentence changed, titled', 0.97, ({ title, abstract }) => ({ title, abstract: withSentence(abstract, NEW) })],
  ['cut in the middle', 0.98, ({ abstract }) => ({ abstract: `${abstract.slice(0, abstract.length / 2)}…` })],
  ['cut at 300 characters', 0.98, ({ abstract }) => ({ abstract: `${abstract.slice(0, 300)}...` })],
  ['cut and with typos, titled', 0.97, ({ title, abstract }) => ({ title, abstract: `${withTypos(abstract.slice(0, 300), 0.04)}…` })],
  ['a number revised, titled', 0.97, ({ title, abstract }) => ({ title, abstract: abstract.replace(/\d+/, '$&1') })],
]; // biome-ignore format: a table

describe.skipIf(sharedIsAbsent)('near duplicates of real papers (needs ../shared)', () => {
  const papers: SourcePaper[] = [];

  beforeAll(async () => {
    const file = createReadStream(join(sharedFolder, 'data/arxiv.jsonl.gz')).pipe(createGunzip());
    async function* firstLines() {
      for await (const line of createInterface({ input: file })) yield Buffer.from(`${line}\n`);
    }
    for await (const item of readInputs(['-'], { asOf: '2026-11-21', stdin: firstLines() as never })) {
      if (item.kind === 'paper') papers.push(item.paper);
      if (papers.length === PAPERS) break;
    }
  });
  const inputs = () => papers.map((paper, i) => paperInput({ ...paper, source: { file: 'a', line: i + 1 } }, 0));

  it.each(CHANGES)('%s: at least %f are known again', async (_, least, change) => {
    const changed = papers.map((paper, i) => {
      const { title, abstract } = change(paper);
      const source = { file: 'b', line: i + 1 };
      return paperInput({ ...(title === undefined ? {} : { title }), abstract, source }, 0);
    });
    const merged = await mergeAll([...inputs(), ...changed]);
    let right = 0;
    let wrong = 0;
    for (const { id, sources } of merged)
      for (const { file, line } of sources) {
        if (file !== 'b' || !id.startsWith('arxiv:')) continue;
        if (id === `arxiv:${papers[line - 1]?.arxiv}`) right++;
        else wrong++;
      }
    expect(wrong).toBe(0);
    expect(right).toBeGreaterThanOrEqual(least * papers.length);
  });

  it('are none among different papers, even without their numbers', async () => {
    const nameless = inputs().map((item) => {
      if (item.kind !== 'paper') return item;
      const { arxiv: _, doi: __, ...paper } = item.paper;
      return { ...item, paper };
    });
    // 2503.12492 and 2503.12494 have one abstract, and without numbers nothing but the title tells them apart.
    expect((await mergeAll(nameless)).length).toBeGreaterThanOrEqual(papers.length - 1);
  });
});
