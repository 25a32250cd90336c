/** `stemma resolve`: records that were made in many places become one graph. */
import type { Terminal } from '../terminal.js';
import { type BuildOptions, runBuild } from './build.js';

export interface ResolveOptions extends Omit<BuildOptions, 'add' | 'records' | 'recordsOnly'> {
  /** What the records were made from. Without these, the papers are those of the records. */
  papers?: readonly string[] | undefined;
}

/** With the papers, the graph is the one that a build of them gives, byte for byte; only their extraction is left out. */
export function runResolve(
  terminal: Terminal,
  records: readonly string[],
  { papers, ...options }: ResolveOptions,
): Promise<void> {
  return papers === undefined
    ? runBuild(terminal, records, { ...options, recordsOnly: true })
    : runBuild(terminal, papers, { ...options, records });
}
