/**
 * What the corpus says of descent, found by reading: single statements and chains (`statements.tsv`, `chains.tsv`, whose
 * comments say how), and whether a graph has them.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const PARTS = ['dev', 'held-out'] as const;
const ARROW = ' <- ';
/** Steps between two names that still count as connected. */
const MOST_STEPS = 2;

const arxiv = z.string().regex(/^\d{4}\.\d{5}$/);
const row = z
  .tuple([z.string(), z.string(), z.enum(PARTS)])
  .transform(([names, papers, part]) => ({
    names: z.array(z.string().min(1)).min(2).parse(names.split(ARROW)),
    papers: z.array(arxiv).parse(papers.split(' ')),
    part,
  }))
  .refine(({ names, papers }) => papers.length === names.length - 1, 'one paper for each step');

/** From the oldest name to the newest, with the paper that states each step. */
export type StatedDescent = z.infer<typeof row>;

/** In the file's order; a ZodError where a row has other columns. */
export function readStatedDescents(file: 'statements.tsv' | 'chains.tsv'): StatedDescent[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => row.parse(line.split('\t')));
}

export interface GraphOfDescent {
  /** Ids of all that a name may mean. */
  find(name: string): readonly string[];
  /** Ids of what a node builds on. */
  olderThan(id: string): Iterable<string>;
}

/** `no-node` where a name means nothing in the graph; `apart` where two names that follow each other are not connected. */
export type Verdict = 'connected' | 'no-node' | 'apart';

/** Connected is what leads from each name to the older one before it, in at most two steps in that direction. */
export function judgeDescent({ names }: Pick<StatedDescent, 'names'>, graph: GraphOfDescent): Verdict {
  const meant = names.map((name) => new Set(graph.find(name)));
  if (meant.some(({ size }) => size === 0)) return 'no-node';
  const isJoined = meant.every((newer, i) => i === 0 || reaches(newer, meant[i - 1] as Set<string>, graph));
  return isJoined ? 'connected' : 'apart';
}

function reaches(from: ReadonlySet<string>, to: ReadonlySet<string>, graph: GraphOfDescent): boolean {
  let reached: ReadonlySet<string> = from;
  for (let step = 0; step < MOST_STEPS; step++) {
    reached = new Set([...reached].flatMap((id) => [...graph.olderThan(id)]));
    for (const id of reached) if (to.has(id)) return true;
  }
  return false;
}
