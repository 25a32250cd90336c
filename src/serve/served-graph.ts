/** One version of the graph as it is served: what is made of it once, and the store behind it until its last query ends. */
import type { KnowledgeGraph } from '../model/index.js';
import type { Store } from '../store/store.js';
import { GraphView } from './graph-view.js';
import { LineageView } from './lineage-view.js';
import type { Asked } from './overview.js';
import { ReadyAnswer } from './ready-answer.js';
import { DRAWN_AT_FIRST, type Overview, type Stats } from './schemas.js';
import { SearchIndex } from './search-index.js';
import { suggest } from './suggestions.js';

/** Milliseconds until lineages are made ready, if nobody asks before. */
const PREPARE_AFTER = 1_000;

export class ServedGraph {
  readonly view: GraphView;
  readonly index: SearchIndex;
  /** What everybody asks for who opens the page. */
  readonly stats: ReadyAnswer;
  readonly firstOverview: ReadyAnswer;
  readonly suggestions: Overview['suggestions'];
  readonly lineages: LineageView;
  readonly #store: Store;
  readonly #preparing: NodeJS.Timeout;
  #users = 0;
  #retired = false;

  constructor(graph: KnowledgeGraph, store: Store, about: Pick<Stats, 'extractor' | 'asOf'>) {
    this.view = new GraphView(graph);
    this.index = new SearchIndex(graph.nodes);
    const { extractor, asOf } = about;
    const stats: Stats = {
      ...this.view.stats(),
      ...(extractor === undefined ? {} : { extractor }),
      ...(asOf === undefined ? {} : { asOf }),
    };
    this.stats = new ReadyAnswer(stats);
    this.suggestions = suggest(this.view);
    this.firstOverview = new ReadyAnswer(this.overview({ limit: DRAWN_AT_FIRST }));
    this.lineages = new LineageView(this.view, stats.lastDate);
    this.#store = store;
    // Of 75,000 papers it takes a second, which whoever opens the page or made an edit need not wait for.
    this.#preparing = setTimeout(() => this.lineages.prepare(), PREPARE_AFTER);
    this.#preparing.unref();
  }

  overview(asked: Asked): Overview {
    return { ...this.view.overview(asked), suggestions: this.suggestions };
  }

  /** Does something with the store, which stays open until it is done. */
  async withStore<T>(deed: (store: Store) => Promise<T>): Promise<T> {
    this.#users++;
    try {
      return await deed(this.#store);
    } finally {
      this.#users--;
      await this.#closeIfDone();
    }
  }

  /** Another version has taken its place: closes the store, after the queries that still run on it. */
  async retire(): Promise<void> {
    this.#retired = true;
    clearTimeout(this.#preparing);
    await this.#closeIfDone();
  }

  async #closeIfDone(): Promise<void> {
    if (this.#retired && this.#users === 0) await this.#store.close();
  }
}
