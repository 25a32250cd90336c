/** `stemma serve`: the explorer and its interface over one graph, until Ctrl-C. */
import { randomBytes } from 'node:crypto';
import { UsageError } from '../../model/index.js';
import { Curator, isLoopback, type RunningServer, startServer } from '../../serve/index.js';
import { EmbeddedStore, namedQueries } from '../../store/index.js';
import { type GraphOptions, openSource } from '../graph-source.js';
import { packageVersion, webRoot } from '../package-info.js';
import { paperReader } from '../paper-reader.js';
import { formatCount, type Terminal } from '../terminal.js';

export interface ServeOptions extends GraphOptions {
  port: number;
  host: string;
  readOnly?: boolean;
  publishedOnLoopback?: boolean;
  log?: 'none' | 'json';
}

/** Shorter ones can be guessed. */
const LEAST_TOKEN = 16;

/** @throws UsageError `short-token` */
function tokenFor({ host, publishedOnLoopback }: ServeOptions): { token?: string; isMade: boolean } {
  const given = process.env['STEMMA_TOKEN'];
  if (given !== undefined && given !== '') {
    if (given.length >= LEAST_TOKEN) return { token: given, isMade: false };
    throw new UsageError('short-token', `STEMMA_TOKEN is to have at least ${LEAST_TOKEN} characters`);
  }
  if (isLoopback(host) || publishedOnLoopback) return { isMade: false };
  return { token: randomBytes(24).toString('base64url'), isMade: true };
}

export async function runServe(terminal: Terminal, options: ServeOptions): Promise<void> {
  const { token, isMade } = tokenFor(options);
  const source = await openSource(options);
  const { kind, meta } = source;
  const graph = await source.readGraph();
  let store = source.openStore();
  const openStore = (path: string) => {
    store = new EmbeddedStore(path);
    return store;
  };
  const server = await startServer({
    graph,
    store,
    queries: await namedQueries(kind, source.name),
    about: {
      graph: source.name,
      version: packageVersion,
      ...(meta === undefined ? {} : { extractor: meta.extractor, asOf: meta.asOf }),
    },
    curator: new Curator({
      dir: kind === 'embedded' ? options.graph : undefined,
      graph,
      folder: source.folder,
      readOnly: options.readOnly,
      openStore,
    }),
    reader: paperReader,
    webRoot,
    host: options.host,
    port: options.port,
    ...(token === undefined ? {} : { token }),
    publishedOnLoopback: options.publishedOnLoopback === true,
    ...(options.log === 'json' ? { log: (line) => terminal.note(JSON.stringify(line)) } : {}),
  }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const papers = graph.nodes.filter((node) => node.label === 'Paper').length;
  terminal.print(
    `Stemma shows ${formatCount(papers)} papers of ${source.where} at ${server.url}${isMade ? `?token=${token}` : ''}`,
  );
  if (token !== undefined && !isMade) terminal.note('It asks for the token that STEMMA_TOKEN holds.');
  terminal.note('Ctrl-C ends it.');
  endOnSignal(server, () => store.close());
}

function endOnSignal(server: RunningServer, closeStore: () => Promise<void>): void {
  const end = () => {
    // A second Ctrl-C does not wait for slow clients.
    process.once('SIGINT', () => process.exit(130));
    void server
      .close()
      .then(closeStore)
      .then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
