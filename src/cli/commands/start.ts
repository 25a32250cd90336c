/** `npm start`: the whole main job. Builds the bundled sample where there is no graph yet, and serves what is there. */
import { DEFAULT_EXTRACTOR } from '../../extract/index.js';
import { GraphError } from '../../model/index.js';
import { readMeta } from '../../store/index.js';
import type { Terminal } from '../terminal.js';
import { runBuild } from './build.js';
import { runServe } from './serve.js';

export async function runStart(terminal: Terminal, options: { graph: string; port: number }): Promise<void> {
  if (await wantsSample(options.graph)) {
    await runBuild(terminal, [], {
      graph: options.graph,
      extractor: DEFAULT_EXTRACTOR,
      asOf: new Date().toISOString().slice(0, 10),
    });
  } else {
    terminal.note(`serving the graph that is in ${options.graph}; remove that folder to see the bundled sample`);
  }
  await runServe(terminal, { ...options, host: '127.0.0.1' });
}

/** A graph of the sample is built anew, as a newer version may bring another sample; a user's own is left alone. */
async function wantsSample(folder: string): Promise<boolean> {
  try {
    return (await readMeta(folder)).sample;
  } catch (error) {
    if (error instanceof GraphError && error.code === 'no-graph') return true;
    throw error;
  }
}
