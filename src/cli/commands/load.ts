/** `stemma load`: the graph of a folder into a Neo4j server. */
import { UsageError } from '../../model/index.js';
import { loadNeo4j } from '../../store/index.js';
import { type GraphOptions, neo4jSettings, openSource } from '../graph-source.js';
import { formatCount, type Terminal } from '../terminal.js';

export interface LoadOptions extends GraphOptions {
  prune?: boolean;
  share?: boolean;
  json?: boolean;
}

export async function runLoad(terminal: Terminal, options: LoadOptions): Promise<void> {
  const settings = neo4jSettings(options);
  if (!settings) throw new UsageError('no-neo4j', 'say where to load the graph: --neo4j bolt://127.0.0.1:7687');
  const source = await openSource({ graph: options.graph });
  const name = options.name ?? source.name;
  const { nodes: labels = {}, edges: types = {} } = source.meta ?? {};
  const total = [...Object.values(labels), ...Object.values(types)].reduce((a, b) => a + b, 0);
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1_000;
  const rate = (rows: number) => formatCount(Math.round(rows / Math.max(seconds(), 0.001)));
  const report = await loadNeo4j(settings, name, await source.streamGraph(), {
    prune: options.prune,
    share: options.share,
    progress(done) {
      const share = total === 0 ? 100 : Math.floor((100 * done) / total);
      terminal.progress(
        `loading ${bar(share)} ${share} %, ${formatCount(done)} of ${formatCount(total)} rows, ${rate(done)} rows/s`,
      );
    },
    indexing() {
      terminal.progressDone();
      terminal.progress('all rows are written; filling the indexes and counting');
    },
  });
  terminal.progressDone();
  const { nodes, edges, stale } = report;
  if (options.json) {
    terminal.print(JSON.stringify({ graph: name, ...report, seconds: Number(seconds().toFixed(3)) }));
  } else {
    terminal.print(
      `Neo4j at ${settings.url} holds all ${formatCount(nodes)} nodes and ${formatCount(edges)} relationships of the graph "${name}" (${seconds().toFixed(1)} s, ${rate(nodes + edges)} rows/s)`,
    );
  }
  if (stale.nodes + stale.edges === 0) return;
  const rest = `${formatCount(stale.nodes)} nodes and ${formatCount(stale.edges)} relationships of "${name}" there are not in the graph`;
  terminal.note(
    options.prune ? `${rest}: they are tied to data of others, and kept` : `${rest}; --prune removes what is not`,
  );
}

const BAR = 20;

const bar = (percent: number) => {
  const full = Math.round((BAR * Math.min(percent, 100)) / 100);
  return '█'.repeat(full) + '░'.repeat(BAR - full);
};
