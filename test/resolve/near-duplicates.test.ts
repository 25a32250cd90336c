/** Papers whose texts are nearly the same: joined when they are one, and kept apart when something says that they are two. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fields, mergeAll, paperInput } from './papers-support.js';

const TEXT =
  'Most ferns are watered by hand, which is slow and wasteful in a dry year. We introduce FernNet, a small recurrent network that predicts the height of ferns from rainfall alone and decides when to open a valve. FernNet extends LeafCell with a gate for drought, so that it keeps what it has learned about roots over many seasons. In trials with 48 gardens it halves the error of LeafCell on MossBench, and gardeners preferred its advice in most cases. We also discuss why shade confuses every predictor that we have tried.';
const SENTENCE =
  'FernNet extends LeafCell with a gate for drought, so that it keeps what it has learned about roots over many seasons.';
const TITLE = 'FernNet: Predicting the Height of Ferns';
const ARXIV = '2506.00001';
const without = TEXT.replace(
  'In trials with 48 gardens it halves the error of LeafCell on MossBench, and gardeners preferred its advice in most cases. ',
  '',
);
const spelled = TEXT.replace('learned', 'learnt').replace('by hand', 'manually');
const cut = `${TEXT.slice(0, 300)}…`;
const changed = TEXT.replace(
  SENTENCE,
  'It adds a new kind of gate, which lets it remember the roots from one season to the next.',
);
const template = (edition: string, gardens: string) =>
  TEXT.replace('MossBench', `the ${edition} release of MossBench`).replace('48', gardens);
const withdrawn =
  'This paper has been withdrawn by the authors because of a crucial error in the proof of the main theorem, which makes the bound that is stated in the abstract and in the conclusion wrong for small gardens. We thank the readers.';
const SHARED =
  'The Moss Challenge asks for systems that count moss in photographs taken by hikers on a single day in spring, with little light and many stones, and ranks them by their mean error over all valleys.';

const CASES: [string, Fields[], number][] = [
  ['other spelling, no title', [{ arxiv: ARXIV, title: TITLE, abstract: TEXT }, { abstract: spelled }], 1],
  ['LaTeX and Unicode', [{ arxiv: ARXIV, abstract: TEXT.replace('rainfall', '$\\beta$-rainfall \\emph{data}') }, { abstract: TEXT.replace('rainfall', 'β-rainfall data') }], 1],
  ['a sentence left out', [{ doi: '10.1/a', title: TITLE, abstract: TEXT }, { title: TITLE, abstract: without }], 1],
  ['a sentence changed, under one title', [{ arxiv: ARXIV, title: TITLE, abstract: TEXT }, { doi: '10.1/a', title: TITLE, abstract: changed }], 1],
  ['cut short, no title', [{ arxiv: ARXIV, title: TITLE, abstract: TEXT }, { abstract: cut }], 1],
  ['a number revised under one title', [{ arxiv: ARXIV, title: TITLE, date: '2025-02', abstract: TEXT }, { title: TITLE, date: '2025-09', abstract: TEXT.replace('48', '52') }], 1],
  ['DOIs of two registrants under one title', [{ doi: '10.1/a', title: TITLE, abstract: TEXT }, { doi: '10.2/b', title: TITLE, abstract: spelled }], 1],
  ['by way of a third text', [{ abstract: TEXT }, { abstract: spelled }, { doi: '10.1/a', abstract: spelled.replace('slow', 'very slow') }], 1],
  ['one template with other words, no numbers of papers', [{ title: 'FernNet at the Fair: Watering in Norway', abstract: `${TEXT} All trials were made in Norway.` }, { title: 'FernNet at the Fair: Watering in Iceland', abstract: `${TEXT} All trials were made in Iceland.` }], 2],
  ['a title reworded over the same text', [{ title: 'FernNet: Watering Ferns in Dry Years', abstract: TEXT }, { title: 'FernNet: Watering Gardens in Dry Years', abstract: spelled }], 1],
  ['two arXiv numbers', [{ arxiv: ARXIV, title: TITLE, abstract: TEXT }, { arxiv: '2506.00002', title: TITLE, abstract: spelled }], 2],
  ['two arXiv numbers, equal text, other titles', [{ arxiv: ARXIV, title: TITLE, abstract: TEXT }, { arxiv: '2506.00002', title: 'On the Sleep of Stones', abstract: TEXT }], 2],
  ['two arXiv numbers, equal text, title a part', [{ arxiv: ARXIV, title: TITLE, abstract: TEXT }, { arxiv: '2506.00002', title: 'Predicting the Height of Ferns', abstract: TEXT }], 1],
  ['two DOIs of one registrant', [{ doi: '10.1/a', title: TITLE, abstract: TEXT }, { doi: '10.1/b', title: TITLE, abstract: spelled }], 2],
  ['DOIs of two registrants, no title', [{ doi: '10.1/a', abstract: TEXT }, { doi: '10.2/b', abstract: spelled }], 2],
  ['two arXiv numbers by way of a text that is as like to both', [{ arxiv: ARXIV, abstract: TEXT }, { abstract: spelled }, { arxiv: '2506.00002', abstract: spelled.replace('learnt', 'learned').replace('FernNet extends', 'FernNet widens') }], 3],
  ['two arXiv numbers by way of a text equal to both', [{ arxiv: ARXIV, title: TITLE, abstract: TEXT }, { abstract: TEXT }, { arxiv: '2506.00002', title: 'On the Sleep of Stones', abstract: TEXT }], 3],
  ['of two numbers that under the same title', [{ arxiv: ARXIV, title: TITLE, abstract: TEXT }, { title: TITLE, abstract: TEXT }, { arxiv: '2506.00002', title: 'On the Sleep of Stones', abstract: TEXT }], 2],
  ['a number in the title', [{ title: 'FernNet and the Trees', abstract: TEXT }, { title: 'FernNet 2 and the Trees', abstract: spelled }], 2],
  ['Part I and Part II', [{ title: `${TITLE}, Part I`, abstract: TEXT }, { title: `${TITLE}, Part II`, abstract: spelled }], 2],
  ['Part I and Part II of equal text', [{ arxiv: ARXIV, title: `${TITLE}, Part I`, abstract: TEXT }, { doi: '10.1/a', title: `${TITLE}, Part II`, abstract: TEXT }], 2],
  ['Part I, Part II and a text without title', [{ title: `${TITLE}, Part I`, abstract: TEXT }, { title: `${TITLE}, Part II`, abstract: spelled }, { abstract: TEXT.replace('by hand', 'manually') }], 3],
  ['other numbers in one template', [{ abstract: template('third', '48') }, { abstract: template('fourth', '512') }], 2],
  ['other numbers in one template, one title, other years', [{ title: 'Report on the Gardens', date: '2024', abstract: TEXT }, { title: 'Report on the Gardens', date: '2025', abstract: TEXT.replace('48', '52') }], 2],
  ['a paragraph shared in one challenge', [{ title: 'MossEye at the Moss Challenge', abstract: `${SHARED} ${TEXT}` }, { title: 'A Sieve for the Moss Challenge', abstract: `${SHARED} Counting pebbles by hand is slow. We describe PebbleCount, which combines a camera, a sieve and a decision tree, all of them old, and won the second place with little effort and no learning at all in it.` }], 2],
  ['another title by others', [{ title: TITLE, authors: ['Ann Lee'], abstract: TEXT }, { title: 'Watering the Meadow from Afar', authors: ['Bo Roe'], abstract: spelled }], 2],
  ['notices of withdrawal', [{ arxiv: ARXIV, abstract: withdrawn }, { doi: '10.1/a', abstract: withdrawn.replace('We thank', 'The authors thank') }], 2],
  ['many years apart', [{ title: TITLE, date: '2001', abstract: TEXT }, { title: TITLE, date: '2024', abstract: changed }], 2],
  ['short texts', [{ doi: '10.1/a', abstract: SHARED.slice(0, 120) }, { abstract: `${SHARED.slice(0, 110)} autumn.` }], 2],
]; // biome-ignore format: a table

describe('near duplicates', () => {
  it.each(CASES)('%s', async (_, papers, count) => {
    expect(await mergeAll(papers.map((fields, i) => paperInput(fields, i + 1)))).toHaveLength(count);
  });

  it('have the whole abstract, the longest lists and the finest date of all', async () => {
    const papers = await mergeAll([
      paperInput({ title: TITLE, arxiv: ARXIV, date: '2025', authors: ['Ann Lee'], categories: ['cs.LG'], abstract: cut }, 1),
      paperInput({ abstract: TEXT, date: '2025-06-02', authors: ['A. Lee', 'B. Roe'], organizations: ['Oak'] }, 2),
    ]); // biome-ignore format: one paper a line
    expect(papers).toMatchObject([
      { id: `arxiv:${ARXIV}`, title: TITLE, abstract: TEXT, date: '2025-06-02', authors: ['A. Lee', 'B. Roe'], organizations: ['Oak'], categories: ['cs.LG'], sources: [{ line: 1 }, { line: 2 }] },
    ]); // biome-ignore format: one paper
  });

  it('are the same in every order, each under its own id', async () => {
    const texts = [...new Set(CASES.flatMap(([, papers]) => papers.map(({ abstract }) => abstract)))];
    const fields = fc.record({
      arxiv: fc.option(fc.constantFrom(ARXIV, '2506.00002', '2506.00003'), { nil: undefined, freq: 2 }),
      doi: fc.option(fc.constantFrom('10.1/a', '10.1/b', '10.2/c'), { nil: undefined, freq: 1 }),
      title: fc.option(fc.constantFrom(TITLE, `${TITLE} II`, 'Watering the Meadow from Afar'), {
        nil: undefined,
        freq: 2,
      }),
      date: fc.option(fc.constantFrom('2024', '2025-06'), { nil: undefined }),
      authors: fc.subarray(['Ann Lee', 'Bo Roe']),
      abstract: fc.constantFrom(...texts),
    });
    const shuffledPairs = fc
      .array(fields, { maxLength: 14 })
      .map((all) => all.map((one, i) => paperInput(JSON.parse(JSON.stringify(one)) as Fields, i + 1)))
      .chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })));
    await fc.assert(
      fc.asyncProperty(shuffledPairs, async ([items, shuffled]) => {
        const papers = await mergeAll(items);
        expect(await mergeAll(shuffled)).toEqual(papers);
        expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('never chain two arXiv numbers, whatever texts lie between them', async () => {
    const between = fc.record({
      at: fc.nat(80),
      title: fc.constantFrom(undefined, TITLE),
      arxiv: fc.constantFrom(undefined, ARXIV, '2506.00002'),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(between, { maxLength: 12, selector: ({ at }) => at }), async (all) => {
        const words = TEXT.split(' ');
        const items = all.map(({ at, ...rest }, i) =>
          paperInput(
            JSON.parse(
              JSON.stringify({ ...rest, abstract: words.map((word, j) => (j === at ? 'moss' : word)).join(' ') }),
            ) as Fields,
            i + 1,
          ),
        );
        for (const { sources } of await mergeAll(items))
          expect(new Set(sources.flatMap(({ line }) => all[line - 1]?.arxiv ?? [])).size).toBeLessThan(2);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('cost little where very many are alike', async () => {
    const items = Array.from({ length: 2_500 }, (_, i) =>
      paperInput({ arxiv: `2506.${String(i).padStart(5, '0')}`, abstract: `${TEXT} Garden ${i} is described.` }, i + 1),
    );
    expect(await mergeAll(items)).toHaveLength(2_500);
  });
});
