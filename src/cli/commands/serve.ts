/** `stemma serve`: the explorer and its interface over one graph, until Ctrl-C. */
import { Curator, type RunningServer, startServer } from '../../serve/index.js';
import { EmbeddedStore, namedQueries, readGraph } from '../../store/index.js';
import { packageVersion, webRoot } from '../package-info.js';
import { formatCount, type Terminal } from '../terminal.js';

export interface ServeOptions {
  graph: string;
  port: number;
  host: string;
  readOnly?: boolean;
}

export async function runServe(terminal: Terminal, options: ServeOptions): Promise<void> {
  const { meta, graph, databasePath } = await readGraph(options.graph);
  let store = new EmbeddedStore(databasePath);
  const openStore = (path: string) => {
    store = new EmbeddedStore(path);
    return store;
  };
  const server = await startServer({
    graph,
    store,
    queries: await namedQueries('embedded'),
    about: { graph: meta.graph, extractor: meta.extractor, asOf: meta.asOf, version: packageVersion },
    curator: new Curator({ dir: options.graph, graph, readOnly: options.readOnly, openStore }),
    webRoot,
    host: options.host,
    port: options.port,
  }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const papers = graph.nodes.filter((node) => node.label === 'Paper').length;
  terminal.print(`Stemma shows ${formatCount(papers)} papers of ${options.graph} at ${server.url}`);
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
