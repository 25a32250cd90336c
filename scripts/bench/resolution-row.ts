/**
 * Resolves made-up records with so many different names, in a process of its own. Prints one line of JSON: seconds of
 * processor time, nodes found, and the peak of memory in bytes.
 *
 * usage: tsx scripts/bench/resolution-row.ts NAMES
 */
import type { EntityType, ExtractionRecord, PaperId } from '../../src/model/index.js';
import { seededRandom } from '../../src/model/random.js';
import { resolveEntities } from '../../src/resolve/index.js';

const names = Number(process.argv[2]);
const random = seededRandom(11);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const SYLLABLES = 'la tor min ga ver sel qua ri po dex nu tal fe con ar tic os ven lu mar'.split(' ');
const WORDS = Array.from({ length: 20_000 }, () =>
  Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join(''),
);
/** A paper's names: some that many papers share, and some of its own. */
const SHARED = 3;
const OWN = 5;

function coin(): { name: string; surfaces: string[]; type: EntityType } {
  const words = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(WORDS));
  const name = words.join(' ');
  const short = words.map((word) => word.charAt(0).toUpperCase()).join('');
  const written = random() < 0.3 ? [name, `${name}s`] : [name];
  return { name, surfaces: random() < 0.2 ? [...written, short] : written, type: 'Technique' };
}

const known = Array.from({ length: 5_000 }, coin);
const records: ExtractionRecord[] = Array.from({ length: Math.ceil(names / OWN) }, (_, i) => ({
  paper: {
    id: `arxiv:${String(2000 + Math.floor(i / 100_000))}.${String(i % 100_000).padStart(5, '0')}` as PaperId,
    title: 'made up',
    abstract: '',
    authors: [],
    organizations: [],
    categories: [],
    sources: [],
  },
  entities: [
    ...Array.from({ length: SHARED }, () => known[Math.floor(random() ** 2 * known.length)] as (typeof known)[0]),
    ...Array.from({ length: OWN }, coin),
  ].map((entity) => ({ ...entity, role: 'uses', spans: [[0, 1]], confidence: 0.5 })),
  relations: [],
}));

const before = process.cpuUsage();
const { senses } = resolveEntities(records);
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    seconds: (user + system) / 1e6,
    nodes: senses.length,
    bytes: process.resourceUsage().maxRSS * 1024,
  }),
);
