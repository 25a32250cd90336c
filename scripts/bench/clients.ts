/** How soon the server answers when twenty ask at once, each one question after the other. */
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import type { EntityNode } from '../../src/model/index.js';
import { openGraph, readNodes } from '../../src/store/index.js';
import { atMost, type Figure } from './figure.js';
import { withServer } from './server.js';

const CLIENTS = 20;
/** Questions of each kind that every client asks. */
const ASKED = 20;
const AIM_MS = 100;

type Kind = (node: EntityNode, other: EntityNode) => string;

const KINDS: Readonly<Record<string, Kind>> = {
  overview: () => 'overview',
  search: ({ name }) => `search?q=${encodeURIComponent(name.slice(0, 12))}`,
  neighbourhood: ({ id }) => `nodes/${encodeURIComponent(id)}/neighbours?limit=50`,
  path: ({ id }, other) => `path?from=${encodeURIComponent(id)}&to=${encodeURIComponent(other.id)}`,
  lineage: ({ id }) => `lineage/${encodeURIComponent(id)}`,
};

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

/** Asks as browsers do, and leaves packed what comes: twenty clients unpack it on machines of their own. */
async function statusOf(address: string): Promise<number> {
  const [answer] = (await once(get(address, { agent, headers: { 'accept-encoding': 'gzip' } }), 'response')) as [
    IncomingMessage,
  ];
  await once(answer.resume(), 'end');
  return answer.statusCode ?? 0;
}

/** @param main the compiled command line @param dir the folder of a graph @param graph what it is called in the table */
export async function benchClients(main: string, dir: string, graph: string): Promise<Figure[]> {
  const open = await openGraph(dir);
  const linked: EntityNode[] = [];
  for (const node of readNodes(open)) if (node.label === 'Technique' && node.papers > 1) linked.push(node);
  const chosen = (i: number) => linked[(i * 7_919) % linked.length] as EntityNode;
  return withServer(main, ['--graph', dir, '--read-only'], async (base) => {
    const ask = async (kind: Kind, i: number): Promise<number> => {
      const started = performance.now();
      const address = `${base}/api/${kind(chosen(i), chosen(i + 1))}`;
      const status = await statusOf(address);
      if (status >= 500) throw new Error(`${address} answered ${status}`);
      return performance.now() - started;
    };
    // What is made for the first who asks is not what the others wait for.
    for (const kind of Object.values(KINDS)) await ask(kind, 0);
    const times = new Map(Object.keys(KINDS).map((name): [string, number[]] => [name, []]));
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        for (let i = 0; i < ASKED; i++) {
          for (const [name, kind] of Object.entries(KINDS)) {
            times.get(name)?.push(await ask(kind, client * ASKED + i));
          }
        }
      }),
    );
    return [...times].map(([name, all]) => {
      all.sort((a, b) => a - b);
      const at = (share: number) => all[Math.floor(all.length * share)] ?? Number.NaN;
      return {
        of: `${name} in ${graph}, ${CLIENTS} clients at once`,
        measured: `${at(0.5).toFixed(0)} ms in the middle, ${at(0.95).toFixed(0)} ms at the 95th percentile`,
        aim: atMost(AIM_MS, 'ms at the 95th percentile', at(0.95)),
      };
    });
  });
}
