import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, serveGraph, stemma } from '../support/stemma.js';

const folder = freshFolder();
const graph = join(folder, 'graph');
const abstract =
  'We propose FooBar, a method for graph layout that builds on ForceAtlas2. FooBar outperforms SpringNet on GraphBench.';

beforeAll(() => {
  const paper = join(folder, 'paper.txt');
  writeFileSync(paper, `FooBar draws graphs\n\n${abstract}\n`);
  const { status, stderr } = stemma(['build', paper, '--graph', graph]);
  if (status !== 0) throw new Error(stderr);
});

describe('serve', () => {
  it('serves the page and the interface, and ends in an orderly way', async () => {
    const server = await serveGraph(graph);
    expect(await (await fetch(server.url)).text()).toContain('<div id="root"');
    const stats = (await (await fetch(`${server.url}api/stats`)).json()) as { papers: number };
    expect(stats.papers).toBe(1);
    expect(await server.stop('SIGINT')).toBe(0);
  });

  it('refuses a port that is taken, and says what to do', async () => {
    const server = await serveGraph(graph);
    const { status, stderr } = stemma(['serve', '--graph', graph, '--port', new URL(server.url).port]);
    await server.stop();
    expect(stderr).toMatch(/taken.*--port/);
    expect(status).toBe(1);
  });
});

describe('query', () => {
  const ask = (...args: string[]) => stemma(['query', '--graph', graph, ...args]);
  const titles = 'MATCH (p:Paper) RETURN p.title AS title, 1 AS one';

  it.each([
    ['table', /title +one\n FooBar draws graphs +1/],
    [
      'json',
      /^\{"columns":\["title","one"\],"rows":\[\{"title":"FooBar draws graphs","one":1\}\],"truncated":false\}\n$/,
    ],
    ['jsonl', /^\{"title":"FooBar draws graphs","one":1\}\n$/],
    ['csv', /^title,one\nFooBar draws graphs,1\n$/],
  ])('answers as %s', (format, expected) => {
    const { status, stdout } = ask(titles, '--format', format);
    expect(stdout).toMatch(expected);
    expect(status).toBe(0);
  });

  it('takes parameters, and says when it cuts the answer', () => {
    const { stdout, stderr } = ask('UNWIND range(1, $n) AS i RETURN i', '-p', 'n=5', '--max-rows', '2', '--json');
    expect(JSON.parse(stdout)).toEqual({
      columns: ['i'],
      rows: [{ i: 1 }, { i: 2 }],
      truncated: true,
      truncatedBy: 'rows',
    });
    expect(stderr).toContain('--max-rows');
  });

  it('knows the named queries and their parameters', () => {
    expect(ask('--named', 'list').stdout).toContain('ancestors-of-a-technique');
    const answer = ask('--named', 'ancestors-of-a-technique', '-p', 'technique=FooBar', '--json');
    expect(JSON.stringify(JSON.parse(answer.stdout).rows)).toContain('ForceAtlas2');
    const wrong = ask('--named', 'ancestors-of-a-technique', '-p', 'tecnique=FooBar');
    expect(wrong.stderr).toMatch(/tecnique.*technique/);
    expect(wrong.status).toBe(2);
    expect(ask('--named', 'none').status).toBe(2);
  });

  it('only reads', () => {
    const { status, stderr } = ask('MATCH (p:Paper) DETACH DELETE p');
    expect(stderr).toMatch(/read|write|writing/i);
    expect(status).toBe(1);
  });
});
