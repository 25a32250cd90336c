/** The console: questions and Cypher asked on the page, and what becomes of their answers. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { drawn, noChromium, open } from './chromium.js';
import { colour, eventually, inAddress, isDrawn, settled } from './drawing.js';
import { useExplorer } from './explorer.js';
import { EMBER_SENTENCE } from './fixture-records.js';

const RIVER = 'technique:river-routing';
const EMBER = 'technique:ember';
const BRIDGES = 'concept:bridges-planning';

const ready = (page: Page) => page.getByRole('tab', { name: 'Questions' }).waitFor();
const editor = (page: Page) => page.getByRole('textbox', { name: 'Cypher' });
/** The texts of a column, from the first row that is made to the last. */
const column = (page: Page, number: number) =>
  page.locator(`.answer-table tbody td:nth-child(${number + 1})`).allTextContents();

async function write(page: Page, cypher: string): Promise<void> {
  await page.keyboard.press('q');
  await ready(page);
  await page.getByRole('tab', { name: 'Cypher' }).click();
  await editor(page).fill(cypher);
}

async function run(page: Page, cypher: string): Promise<void> {
  await write(page, cypher);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('table').waitFor();
}

describe.skipIf(noChromium)(`the console of the explorer${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('is loaded when it is asked for, comes by its button, and goes by Escape to where one was', () =>
    explorer.onPage(async (page) => {
      const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      expect((await loaded()).filter((name) => name.includes('console'))).toEqual([]);
      const button = page.getByRole('button', { name: 'Ask the graph' });
      await button.click();
      await ready(page);
      expect((await loaded()).filter((name) => /console.*\.js/.test(name))).not.toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: 'Console' }).waitFor({ state: 'hidden' });
      await eventually(() => button.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    }));

  test('answers Cypher with rows that can be sorted, and leads from a node to all about it', () =>
    explorer.onPage(async (page) => {
      await run(page, 'MATCH (c:Concept) RETURN c, c.name AS name, c.papers AS papers ORDER BY name');
      const names = await column(page, 2);
      expect(names.length).toBeGreaterThan(10);
      expect(names).toEqual([...names].sort());
      expect(names).toContain('bridges planning');
      const heading = page.getByRole('columnheader', { name: 'papers' });
      await heading.getByRole('button').click();
      await eventually(() => heading.getAttribute('aria-sort')).toBe('descending');
      expect((await column(page, 3))[0]).toBe('2');
      expect((await column(page, 2))[0]).toBe('load balance');
      await page.keyboard.press('Enter');
      await eventually(() => heading.getAttribute('aria-sort')).toBe('ascending');
      await page.keyboard.press('Enter');
      await eventually(() => heading.getAttribute('aria-sort')).toBe('none');
      await eventually(async () => (await column(page, 2))[0]).toBe(names[0]);
      await page.getByRole('link', { name: 'load balance' }).click();
      await page.getByRole('heading', { name: 'load balance' }).waitFor();
      await inAddress(page, 'node').toBe('concept:load-balance');
    }));

  test('sorts what is empty last, either way', () =>
    explorer.onPage(async (page) => {
      await run(page, "UNWIND ['b', '', 'a', null] AS x RETURN x");
      const heading = page.getByRole('columnheader', { name: 'x' }).getByRole('button');
      await heading.click();
      await eventually(async () => (await column(page, 1)).slice(0, 2)).toEqual(['a', 'b']);
      await heading.click();
      await eventually(async () => (await column(page, 1)).slice(0, 2)).toEqual(['b', 'a']);
    }));

  test('makes only the rows that are in sight', () =>
    explorer.onPage(async (page) => {
      await run(page, 'UNWIND range(1, 3000) AS i RETURN i');
      const count = page.locator('.answer-count');
      await count.filter({ hasText: 'The first 1,000 rows' }).waitFor();
      await page.getByRole('button', { name: 'Ask for 10,000' }).click();
      await count.filter({ hasText: '3,000 rows' }).waitFor();
      expect((await column(page, 1)).length).toBeLessThan(100);
      await page.getByRole('region', { name: 'Rows' }).focus();
      await page.keyboard.press('End');
      await eventually(async () => (await column(page, 1)).at(-1)).toBe('3000');
    }));

  test.each([
    ['time', 'There may be more rows, but the question ran out of time'],
    ['memory', 'There may be more rows, but the question ran out of memory'],
  ])('says that the %s of a question was over, and shows the rows until then', (truncatedBy, said) =>
    explorer.onPage(async (page) => {
      // The real answer, cut as one would be that takes half a minute or more memory than there is.
      await page.route('**/api/cypher', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), truncated: true, truncatedBy } });
      });
      await run(page, 'UNWIND range(1, 3) AS i RETURN i');
      await page.locator('.answer-count').filter({ hasText: 'The first 3 rows' }).waitFor();
      await page
        .locator('.answer-note')
        .filter({ hasText: `${said}: narrow the question` })
        .waitFor();
      expect(await column(page, 1)).toEqual(['1', '2', '3']);
      expect(await page.getByRole('button', { name: 'Ask for' }).count()).toBe(0);
    }),
  );

  test('completes labels, types and properties from the graph at hand', () =>
    explorer.onPage(async (page) => {
      await write(page, '');
      const choose = async (typed: string, option: string) => {
        await page.keyboard.type(typed);
        await page.getByRole('option', { name: option }).first().click();
      };
      await choose('MATCH (m:Mod', 'Model');
      await page.keyboard.press('End');
      await choose('<-[:INTR', 'INTRODUCES');
      await page.keyboard.press('End');
      await page.keyboard.type('-(p) RETURN ');
      await choose('m.first', 'firstSeen');
      await eventually(() => editor(page).textContent()).toBe('MATCH (m:Model)<-[:INTRODUCES]-(p) RETURN m.firstSeen');
      await page.keyboard.press('Control+Enter');
      await eventually(() => column(page, 1)).toEqual(['2025-06-15']);
    }));

  test('marks a mistake where it is, and says it', async () => {
    const { page, faults, close } = await open(explorer.browser, explorer.served.url);
    try {
      await write(page, 'MATCH (n:Technique)\nRETRUN n');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').filter({ hasText: 'Line 2, column 1' }).waitFor();
      await eventually(() => page.locator('.cm-lintRange-error').textContent()).toBe('RETRUN');
      await eventually(() => page.locator('.answer-place pre').textContent()).toBe('RETRUN n\n^');
      const mistake = page.getByRole('alert').filter({ hasText: 'could not be answered' });
      for (const [cypher, says] of [
        ['MATCH (p:Papr) RETURN p', 'The graph has no label “Papr”.Line 1, column 10'],
        ['MATCH (p:Papr) RETURN p', 'Did you mean “Paper”?'],
        ['MATCH (p:Paper) RETURN p.titel', 'Did you mean “title”?'],
        ['MATCH (p:Paper) RETURN cuont(p)', 'There is no function “cuont”.'],
        ['MATCH (p:Paper) RETURN q', '“q” is not known at this place.'],
      ] as const) {
        await editor(page).fill(cypher);
        await page.keyboard.press('Control+Enter');
        await mistake.filter({ hasText: says }).waitFor();
      }
      await editor(page).fill('MATCH (n:Technique)\nRETURN n.name ORDER BY n.name');
      await eventually(() => page.locator('.cm-lintRange-error').count()).toBe(0);
      await page.keyboard.press('Control+Enter');
      await eventually(() => column(page, 1)).toEqual(['Ember', 'river routing']);
      // The refusal is all that went wrong.
      expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
    } finally {
      await close();
    }
  });

  test('gives a field to each parameter', () =>
    explorer.onPage(async (page) => {
      await write(page, 'MATCH (n) WHERE n.name IN $names AND n.papers >= $least RETURN n.name AS name');
      await page.getByLabel('$names').fill('["Ember", "river routing"]');
      await page.getByLabel('$least').fill('2');
      await page.keyboard.press('Enter');
      await eventually(() => column(page, 1)).toEqual(['river routing']);
    }));

  test('asks a ready question by its form, and lets one go on from its Cypher', () =>
    explorer.onPage(async (page) => {
      await page.keyboard.press('q');
      await ready(page);
      await page.getByLabel('Find a question').fill('what beats');
      await page.getByRole('button', { name: 'What beats what, and on which benchmark' }).click();
      await page.getByLabel(/^method/).fill('ember');
      await page.getByLabel(/^limit/).fill('5');
      await page.keyboard.press('Enter');
      await eventually(() => column(page, 1)).toEqual(['Ember']);
      await eventually(() => column(page, 2)).toEqual(['river routing']);
      await eventually(() => column(page, 3)).toEqual(['QuarryBench']);
      await page.getByRole('button', { name: 'Edit as Cypher' }).click();
      await eventually(() => page.getByLabel('$method').inputValue()).toBe('"ember"');
      await page.getByLabel('$method').fill('nobody');
      await page.getByRole('button', { name: 'Run' }).click();
      await page.getByText('Nothing in this graph answers it').waitFor();
    }));

  test('shows an answer in the graph, also what the filters leave out', () =>
    explorer.onPage(async (page) => {
      await eventually(() => isDrawn(page, EMBER)).toBe(false);
      await run(page, 'MATCH (a:Technique)-[r:BUILDS_ON]->(b) RETURN a, r, b');
      await eventually(() => page.locator('.answer-table').textContent()).toContain(EMBER_SENTENCE);
      const show = page.getByRole('button', { name: 'Show in graph' });
      await show.click();
      await eventually(() => isDrawn(page, EMBER)).toBe(true);
      await settled(page);
      expect([await isDrawn(page, RIVER), await show.getAttribute('aria-pressed')]).toEqual([true, 'true']);
      const aside = await colour(page, BRIDGES);
      await show.click();
      await eventually(() => isDrawn(page, EMBER)).toBe(false);
      await settled(page);
      await eventually(() => colour(page, BRIDGES)).not.toBe(aside);
    }, '/?hide=Technique'));

  test('gives an answer as a file, and as JSON', () =>
    explorer.onPage(async (page) => {
      await run(page, `RETURN 'a, "b"' AS text, 1.5 AS number, [1, 2] AS list`);
      const file = async (name: string) => {
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByLabel(name).click()]);
        return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
      };
      expect(await file('Download CSV')).toEqual(['stemma-answer.csv', 'text,number,list\n"a, ""b""",1.5,"[1,2]"\n']);
      const [name = '', json = ''] = await file('Download JSON');
      expect([name, JSON.parse(json).rows]).toEqual([
        'stemma-answer.json',
        [{ text: 'a, "b"', number: 1.5, list: [1, 2] }],
      ]);
      await page.getByRole('button', { name: 'View JSON' }).click();
      await eventually(() => page.locator('.answer-json').textContent()).toBe(json);
    }));

  test('shows the plan that EXPLAIN gives', () =>
    explorer.onPage(async (page) => {
      await write(page, 'EXPLAIN MATCH (p:Paper) RETURN p.name');
      await page.keyboard.press('Control+Enter');
      const plan = page.getByRole('region', { name: 'Plan' });
      await plan.waitFor();
      await eventually(() => plan.locator('li').count()).toBeGreaterThan(1);
      await eventually(() => plan.textContent()).toContain('Paper');
    }));

  test('gives up a query that takes too long for one', () =>
    explorer.onPage(async (page) => {
      await write(page, 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7) AS s');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('Cancelled.').waitFor();
      await editor(page).fill('RETURN 42 AS answer');
      await page.keyboard.press('Control+Enter');
      await eventually(() => column(page, 1)).toEqual(['42']);
    }));

  test('keeps what was run, for the arrow key and as a list', () =>
    explorer.onPage(async (page) => {
      await run(page, 'RETURN 1 AS one');
      await run(page, 'RETURN 2 AS two');
      await page.reload();
      await drawn(page);
      await write(page, '');
      await page.keyboard.press('ArrowUp');
      await eventually(() => editor(page).textContent()).toBe('RETURN 2 AS two');
      await page.keyboard.press('ArrowUp');
      await eventually(() => editor(page).textContent()).toBe('RETURN 1 AS one');
      await page.getByRole('tab', { name: 'Recent' }).click();
      await page.getByRole('button', { name: 'RETURN 2 AS two' }).click();
      await eventually(() => editor(page).textContent()).toBe('RETURN 2 AS two');
    }));

  test('says what a function takes while one writes it', () =>
    explorer.onPage(async (page) => {
      await write(page, '');
      const help = page.locator('.cm-signature');
      await page.keyboard.type("RETURN replace('a, b', ");
      await eventually(() => help.textContent()).toBe('replace(text, find, by)each occurrence replaced');
      await eventually(() => help.locator('b').textContent()).toBe('find');
      await page.keyboard.type('toLower($x');
      await eventually(() => help.textContent()).toBe('toLower(text)in small letters');
      // What stands before the cursor alone counts; the closing brackets are there already.
      await page.keyboard.type('), ');
      await eventually(() => help.locator('b').textContent()).toBe('by');
      await page.keyboard.press('End');
      await eventually(() => help.count()).toBe(0);
    }));

  test('keeps favourites under a name, with their parameters, until they are taken away', () =>
    explorer.onPage(async (page) => {
      await write(page, '// Well known\nMATCH (n) WHERE n.papers >= $least RETURN n.name AS name');
      await page.getByLabel('$least').fill('2');
      await page.getByRole('button', { name: 'Keep as a favourite…' }).click();
      const name = page.getByRole('textbox', { name: 'Name of the favourite' });
      await eventually(() => name.inputValue()).toBe('Well known');
      await page.keyboard.type('Known twice');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Remove the favourite Known twice' }).waitFor();
      await run(page, 'RETURN 1 AS one');
      await page.reload();
      await drawn(page);
      await page.keyboard.press('q');
      await ready(page);
      await page.getByRole('tab', { name: 'Recent' }).click();
      // From the history, too.
      await page.getByRole('button', { name: 'Keep as a favourite…' }).click();
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: 'Questions' }).click();
      await page.getByRole('region', { name: 'Favourites' }).getByText('RETURN 1 AS one').waitFor();
      await page.getByLabel('Find a question').fill('twice');
      await eventually(() => page.getByRole('region', { name: 'Favourites' }).getByRole('listitem').count()).toBe(1);
      await page.getByRole('button', { name: 'Known twice', exact: true }).click();
      await eventually(() => page.getByLabel('$least').inputValue()).toBe('2');
      await page.keyboard.press('Control+Enter');
      await eventually(() => column(page, 1)).toContain('river routing');
      await page.getByRole('tab', { name: 'Questions' }).click();
      await page.getByRole('button', { name: 'Remove the favourite Known twice' }).click();
      await page.getByRole('region', { name: 'Favourites' }).waitFor({ state: 'detached' });
      await page.getByLabel('Find a question').fill('');
      await eventually(() => page.getByRole('region', { name: 'Favourites' }).getByRole('listitem').count()).toBe(1);
    }));

  test('is a sheet over the whole width of a small screen, and makes room for what it leads to', () =>
    explorer.onPage(
      async (page) => {
        await page.getByRole('button', { name: 'Ask the graph' }).click();
        await ready(page);
        const sheet = page.getByRole('region', { name: 'Console' });
        await eventually(() => sheet.evaluate((element) => element.getBoundingClientRect().width)).toBe(390);
        await page.getByRole('tab', { name: 'Cypher' }).click();
        await editor(page).fill('MATCH (t:Technique) RETURN t');
        await page.getByRole('button', { name: 'Run' }).click();
        await page.getByRole('link', { name: 'Ember' }).click();
        await page.getByRole('heading', { name: 'Ember' }).waitFor();
        await sheet.waitFor({ state: 'hidden' });
      },
      '/',
      { viewport: { width: 390, height: 844 } },
    ));
});
