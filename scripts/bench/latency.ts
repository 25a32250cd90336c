/** How soon the interface answers, over the embedded store and over Bolt: median and 95th percentile, in milliseconds. */
import { openGraph, readNodes } from '../../src/store/index.js';
import { load } from './cpu.js';
import { withServer } from './server.js';

const ASKED = 200;
/** Answers that come before anything is measured: caches fill, plans are made. */
const WARM_UP = 20;
const TWO_HOPS =
  'MATCH (a:Technique)-[r]-(b)-[s]-(c) WHERE a.id = $id AND c.id <> a.id RETURN b.id, b.name, c.id, c.name LIMIT 300';

/** @param main the compiled command line @param dir the folder of the graph that is in Neo4j at `url` as well */
export async function benchLatency(main: string, dir: string, url: string): Promise<void> {
  const open = await openGraph(dir);
  const linked: { id: string; name: string }[] = [];
  for (const node of readNodes(open)) if (node.label === 'Technique' && node.papers > 1) linked.push(node);
  const chosen = Array.from(
    { length: ASKED },
    (_, index) => linked[Math.floor((index * linked.length) / ASKED)] ?? { id: '', name: '' },
  );
  for (const [store, args] of [
    ['embedded', ['--graph', dir]],
    ['Neo4j', ['--neo4j', url]],
  ] as const) {
    await withServer(main, args, async (base) => {
      const get = async (path: string) => (await fetch(`${base}/api/${path}`)).json();
      const encoded = (text: string) => encodeURIComponent(text);
      const figures = {
        search: await timesOf((index) => get(`search?q=${encoded(chosen[index]?.name.slice(0, 12) ?? '')}`)),
        'two hops': await timesOf((index) =>
          get(`nodes/${encoded(chosen[index]?.id ?? '')}/neighbours?depth=2&limit=150`),
        ),
        "two hops in Cypher of one's own": await timesOf((index) =>
          fetch(`${base}/api/cypher`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query: TWO_HOPS, parameters: { id: chosen[index]?.id } }),
          }).then((response) => response.json()),
        ),
        'shortest path': await timesOf((index) =>
          get(`path?from=${encoded(chosen[index]?.id ?? '')}&to=${encoded(chosen[ASKED - 1 - index]?.id ?? '')}`),
        ),
      };
      const told = Object.entries(figures).map(
        ([name, [median, p95]]) => `${name} ${median.toFixed(0)} and ${p95.toFixed(0)} ms`,
      );
      console.log(`${store}, median and 95th percentile of ${ASKED}: ${told.join(', ')}, ${load()}`);
    });
  }
}

/** @returns median and 95th percentile */
async function timesOf(ask: (index: number) => Promise<unknown>): Promise<[number, number]> {
  for (let index = 0; index < WARM_UP; index++) await ask(index);
  const times: number[] = [];
  for (let index = 0; index < ASKED; index++) {
    const started = performance.now();
    await ask(index);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(ASKED * share)] ?? Number.NaN;
  return [at(0.5), at(0.95)];
}
