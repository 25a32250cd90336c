/** Finding nodes by name or alias: prefixes, small misspellings, without regard to case, hyphens and diacritics. */
import MiniSearch from 'minisearch';
import { compareText, fold, type GraphNode } from '../model/index.js';
import type { Search, SearchHit } from './schemas.js';

interface Entry {
  id: string;
  name: string;
  aliases: string;
  folded: string;
}

const plain = (term: string) => term.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

export class SearchIndex {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #index = new MiniSearch<Entry>({
    fields: ['name', 'aliases', 'folded'],
    storeFields: [],
    processTerm: (term) => plain(term) || null,
    searchOptions: {
      prefix: true,
      // A short word with a letter changed is another word: `RNN` and `CNN`.
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      boost: { name: 3, folded: 2 },
    },
  });

  constructor(nodes: readonly GraphNode[]) {
    for (const node of nodes) this.#nodes.set(node.id, node);
    this.#index.addAll(
      nodes.map((node) => ({
        id: node.id,
        name: node.name,
        aliases: 'aliases' in node ? node.aliases.join(' ') : '',
        folded: [node.name, ...('aliases' in node ? node.aliases : [])].map(fold).join(' '),
      })),
    );
  }

  /** @returns the best matches first: an exact name, then a better score, then more papers */
  search(query: string, limit: number): Search {
    const key = fold(query);
    const scored = new Map<string, number>();
    for (const { id, score } of this.#index.search(query)) scored.set(id as string, score);
    // `kv-cache` and `KV cache` are one word when folded.
    if (key) {
      for (const { id, score } of this.#index.search(key, { fields: ['folded'] })) {
        scored.set(id as string, Math.max(score, scored.get(id as string) ?? 0));
      }
    }
    const hits = [...scored]
      .flatMap(([id, score]) => {
        const node = this.#nodes.get(id);
        if (!node) return [];
        const exact =
          fold(node.name) === key ? 2 : 'aliases' in node && node.aliases.some((a) => fold(a) === key) ? 1 : 0;
        const papers = 'papers' in node ? node.papers : 0;
        return [{ node, exact, weight: score * (1 + Math.log1p(papers)) }];
      })
      .sort((a, b) => b.exact - a.exact || b.weight - a.weight || compareText(a.node.id, b.node.id));
    const shown = hits.slice(0, limit).map(({ node }) => hit(node, query));
    return { hits: shown, shown: shown.length, total: hits.length };
  }
}

function hit(node: GraphNode, query: string): SearchHit {
  const base = { id: node.id, label: node.label, name: node.name };
  if (node.label === 'Paper') return { ...base, ...(node.year === undefined ? {} : { year: node.year }) };
  if (!('aliases' in node)) return base;
  const words = plain(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const matches = (form: string) => words.every((word) => plain(form).includes(word));
  const alias = matches(node.name) ? undefined : node.aliases.find(matches);
  return { ...base, papers: node.papers, ...(alias === undefined ? {} : { alias }) };
}
