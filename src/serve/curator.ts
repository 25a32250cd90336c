/**
 * Curation while the graph is served: an edit is applied to the whole graph from the stored records, then written to
 * `curation.yaml`, then the graph is put in force. Whatever ends the server in between, the file is what counts: the next
 * build, or the next edit, makes the graph that it asks for.
 */
import { isDeepStrictEqual } from 'node:util';
import { appendEdit, type Curation, curationOf, readCuration, removeEdit } from '../curation/index.js';
import { type CurationEdit, type EntityNode, type KnowledgeGraph, StemmaError } from '../model/index.js';
import { type Named, NameIndex } from '../resolve/index.js';
import { openGraph, readGraph, type Store } from '../store/index.js';
import { type Place, remakeBeside } from './remake-beside.js';
import type { UndoRequest } from './schemas.js';

export interface CuratorOptions {
  /** The graph's folder; a graph that has none, as it is read from Neo4j, takes no edits. */
  readonly dir: string | undefined;
  /** The graph that is served at first. */
  readonly graph: KnowledgeGraph;
  /** The folder of its version; where it is left away, the version in force at the first look. */
  readonly folder?: string | undefined;
  /** Whether edits are only shown. */
  readonly readOnly?: boolean | undefined;
  openStore(databasePath: string): Store;
}

/** A version of the graph that is in force now. */
export interface Version {
  readonly graph: KnowledgeGraph;
  readonly store: Store;
  readonly extractor: string;
  readonly asOf: string;
}

export interface Change extends Version {
  readonly edits: readonly CurationEdit[];
  /** The node that the edit is about, as its id is now. */
  readonly node: string | undefined;
}

export class Curator {
  readonly #options: CuratorOptions;
  #graph: KnowledgeGraph;
  /** Where the nodes stood that edits took away since the start: what an undo brings back stands where it was. */
  readonly #gone = new Map<string, Place>();
  #folder: string | undefined;
  #looking: Promise<Version | undefined> | undefined;
  #busy = false;

  constructor(options: CuratorOptions) {
    this.#options = options;
    this.#graph = options.graph;
    this.#folder = options.folder;
  }

  get writable(): boolean {
    return this.#options.readOnly !== true && this.#options.dir !== undefined;
  }

  /** @throws CurationError when `curation.yaml` is not to be read */
  async edits(): Promise<readonly CurationEdit[]> {
    const { dir } = this.#options;
    return dir === undefined ? [] : (await readCuration(dir)).edits;
  }

  /**
   * Applies one more edit. Ids are written as names where these are clear, so that the file reads well.
   * @throws CurationError when it cannot be applied or changes nothing; StemmaError `read-only`, `busy`; nothing is then
   * written
   */
  add(edit: CurationEdit): Promise<Change> {
    return this.alone(async (dir) => {
      const before = await readCuration(dir);
      const nodes = new NameIndex<Named>(this.#graph.nodes.filter((node): node is EntityNode => 'aliases' in node));
      const next = curationOf(before.path, appendEdit(before.text, withNames(edit, nodes)));
      return this.#change(dir, before, next, 'retype' in edit ? nodes.find(edit.retype)[0]?.id : undefined);
    });
  }

  /**
   * Takes an edit back: the last one, or the one that is asked for.
   * @throws CurationError when later edits cannot be applied without it; StemmaError `nothing-to-undo`, `changed` when the
   * file is not as the one who asks knows it, `bad-request`, `read-only`, `busy`; nothing is then written
   */
  undo({ edit, index, edits: count }: UndoRequest): Promise<Change> {
    return this.alone(async (dir) => {
      if (index !== undefined && edit === undefined) {
        throw new StemmaError(
          'bad-request',
          'say with "edit" which edit stands at this place: the file may have changed',
        );
      }
      const before = await readCuration(dir);
      const { edits, text, path } = before;
      const at = index ?? edits.length - 1;
      const isOther = edit !== undefined && !isDeepStrictEqual(edits[at], edit);
      if (isOther || (count !== undefined && count !== edits.length)) {
        throw new StemmaError('changed', 'curation.yaml was changed since: look at its edits again');
      }
      if (edits.length === 0 || text === undefined) {
        throw new StemmaError('nothing-to-undo', 'curation.yaml holds no edit');
      }
      // What is wrong with a later edit is said with the line that it has now: without the other one nothing is written.
      const places = before.places.filter((_, place) => place !== at);
      return this.#change(dir, before, { ...curationOf(path, removeEdit(text, at)), places }, undefined);
    });
  }

  /**
   * Does what has to do with the graph's folder while nothing else may.
   * @throws StemmaError `read-only`, `busy`, and what the deed throws
   */
  async alone<T>(deed: (dir: string) => Promise<T>): Promise<T> {
    const { dir } = this.#options;
    if (dir === undefined) {
      const why = 'it shows a graph in Neo4j, not one in a folder';
      throw new StemmaError('read-only', `this server takes no edits and no papers: ${why}`);
    }
    if (!this.writable) {
      throw new StemmaError('read-only', 'this server takes no edits and no papers: it was started with --read-only');
    }
    if (this.#busy) {
      throw new StemmaError('busy', 'an edit is being applied or papers are being read: try again when that is done');
    }
    return this.#whileBusy(() => deed(dir));
  }

  async #whileBusy<T>(deed: () => Promise<T>): Promise<T> {
    this.#busy = true;
    try {
      return await deed();
    } finally {
      this.#busy = false;
    }
  }

  /** @param retyped the id of a node that takes another one: its place goes with it */
  async #change(dir: string, before: Curation, next: Curation, retyped: string | undefined): Promise<Change> {
    const node = await remakeBeside({ dir, before, next, retyped, gone: this.#gone });
    return { ...(await this.renew(dir)), edits: next.edits, node };
  }

  /**
   * The version that somebody else has put in force since, as a build on the command line does; undefined where there is
   * none, or while an edit or an addition makes one. Who looks while another looks waits for the same.
   * @throws GraphError where the graph in the folder is damaged
   */
  newVersion(): Promise<Version | undefined> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(): Promise<Version | undefined> {
    const { dir } = this.#options;
    if (dir === undefined || this.#busy) return undefined;
    const { folder } = await openGraph(dir);
    this.#folder ??= folder;
    if (folder === this.#folder || this.#busy) return undefined;
    return this.#whileBusy(() => this.renew(dir));
  }

  /** Reads the version of the graph that is in force in the folder now; to be called while nothing else may change it. */
  async renew(dir: string): Promise<Version> {
    const { graph, folder, databasePath, meta } = await readGraph(dir);
    this.#folder = folder;
    const there = new Set(graph.nodes.map(({ id }) => id));
    for (const { id, x, y, community } of this.#graph.nodes) {
      if (!there.has(id)) this.#gone.set(id, { x, y, community });
    }
    this.#graph = graph;
    const { extractor, asOf } = meta;
    return { graph, store: this.#options.openStore(databasePath), extractor, asOf };
  }
}

function withNames(edit: CurationEdit, nodes: NameIndex<Named>): CurationEdit {
  const name = (text: string) => {
    const [node] = nodes.find(text);
    return node?.id === text && nodes.find(node.name).length === 1 ? node.name : text;
  };
  if ('merge' in edit) return { merge: name(edit.merge), into: name(edit.into) };
  if ('split' in edit) return { ...edit, from: name(edit.from) };
  if ('rename' in edit) return { ...edit, rename: name(edit.rename) };
  if ('retype' in edit) return { ...edit, retype: name(edit.retype) };
  return { ...edit, from: name(edit.from), to: name(edit.to) };
}
