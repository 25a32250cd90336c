/** A drawing of any size, made by chance from a seed: communities, papers and entities, links mostly within a community. */
import { seededRandom } from '../../src/model/random.js';
import { EDGE_TYPES, NODE_LABELS } from '../../src/model/vocabulary.js';
import type { Overview, Stats } from '../../src/serve/schemas.js';

const COMMUNITIES = 30;
const LABELS = ['Paper', 'Concept', 'Technique', 'Model', 'Benchmark'] as const;
/** Share of the links that stay in their community. */
const INSIDE = 0.85;

export function largeOverview(nodes: number, edges: number): { overview: Overview; stats: Stats } {
  const random = seededRandom(20_000);
  const pick = (count: number) => Math.floor(random() * count);
  const drawn = Array.from({ length: nodes }, (_, i): Overview['nodes'][number] => {
    const community = i % COMMUNITIES;
    const [angle, far] = [2 * Math.PI * random(), 420 * Math.sqrt(random())];
    const label = LABELS[i % 3 === 0 ? 0 : 1 + pick(4)] ?? 'Concept';
    return {
      id: `node:${i}`,
      label,
      name: `thing number ${i}`,
      x: 1_000 * (community % 6) + far * Math.cos(angle),
      y: 1_000 * Math.floor(community / 6) + far * Math.sin(angle),
      community,
      pagerank: 1 / nodes,
      ...(label === 'Paper' ? { year: 2015 + pick(11) } : { papers: 1 + Math.floor(1 / (0.002 + random())) }),
    };
  });
  const seen = new Set<string>();
  const links: Overview['edges'] = [];
  while (links.length < edges) {
    const from = pick(nodes);
    const near = (from + COMMUNITIES * (1 + pick(Math.floor(nodes / COMMUNITIES) - 1))) % nodes;
    const to = random() < INSIDE ? near : pick(nodes);
    if (from === to || seen.has(`${from} ${to}`)) continue;
    seen.add(`${from} ${to}`);
    links.push({ source: `node:${from}`, target: `node:${to}`, type: 'USES', confidence: 0.4 + 0.6 * random() });
  }
  const communities = Array.from({ length: COMMUNITIES }, (_, community) => ({
    community,
    name: `field ${community}`,
    terms: [`field ${community}`],
    nodes: Math.floor(nodes / COMMUNITIES),
  }));
  const count = Object.fromEntries(NODE_LABELS.map((label) => [label, 0])) as Stats['nodes'];
  for (const { label } of drawn) count[label]++;
  const stats: Stats = {
    papers: count.Paper,
    nodes: count,
    edges: Object.fromEntries(EDGE_TYPES.map((type) => [type, 0])) as Stats['edges'],
    communities: COMMUNITIES,
    facets: { years: [], categories: [], organizations: [], communities },
  };
  return { overview: { nodes: drawn, edges: links, ties: [], shown: nodes, total: nodes, suggestions: [] }, stats };
}
