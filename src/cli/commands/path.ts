/** `stemma path FROM TO`: the shortest paths between two nodes, with the evidence of each step. */
import { Incidence, PathFinder } from '../../graph/index.js';
import type { EdgeType, GraphEdge, GraphNode } from '../../model/index.js';
import { type GraphOptions, openSource } from '../graph-source.js';
import { nodeMeant } from '../node-meant.js';
import { formatCount, type Terminal } from '../terminal.js';

export interface PathOptions extends GraphOptions {
  json?: boolean;
  limit: number;
}

/** How an edge reads from its source to its target. */
const SAYS: Record<EdgeType, string> = {
  INTRODUCES: 'introduces',
  COMPARES_WITH: 'compares with',
  EVALUATES_ON: 'is evaluated on',
  USES: 'uses',
  STUDIES: 'studies',
  BUILDS_ON: 'builds on',
  OUTPERFORMS: 'outperforms',
  PART_OF: 'is part of',
  VARIANT_OF: 'is a version of',
  WROTE: 'wrote',
  AFFILIATED_WITH: 'is from',
};
/** Statements that are printed for a step; JSON holds all. */
const SHOWN_STATEMENTS = 2;

export async function runPath(terminal: Terminal, from: string, to: string, options: PathOptions): Promise<void> {
  const graph = await (await openSource(options)).readGraph();
  const note = (line: string) => terminal.note(line);
  const [start, goal] = [nodeMeant(graph.nodes, from, note), nodeMeant(graph.nodes, to, note)];
  const { paths, total } = new PathFinder(new Incidence(graph)).find(start.id, goal.id, options.limit);
  if (options.json) {
    const told = ({ id, label, name }: GraphNode) => ({ id, label, name });
    terminal.print(
      JSON.stringify({
        from: told(start),
        to: told(goal),
        paths: paths.map(({ nodes, steps }) => ({ nodes: nodes.map(told), steps: steps.map((edges) => ({ edges })) })),
        shown: paths.length,
        total,
      }),
    );
    return;
  }
  const length = paths[0]?.steps.length;
  if (length === undefined) terminal.print(`Nothing joins ${title(start)} and ${title(goal)}.`);
  else if (length === 0) terminal.print(`Both are ${title(start)} (${start.id}).`);
  else {
    const counted = `${formatCount(total)} ${total === 1 ? 'path' : 'paths'}`;
    const cut = paths.length < total ? `, the best ${paths.length} of them` : '';
    terminal.print(
      `From ${title(start)} to ${title(goal)}: ${length} ${length === 1 ? 'step' : 'steps'}, ${counted}${cut}.`,
    );
  }
  if (!length) return;
  for (const [number, { nodes, steps }] of paths.entries()) {
    terminal.print('');
    terminal.print(`${number + 1}. ${nodes.map(title).join(' – ')}`);
    const nameOf = new Map(nodes.map((node) => [node.id, title(node)]));
    for (const edges of steps) for (const edge of edges) printEdge(terminal, edge, nameOf);
  }
}

/** A paper's title stands in quotes. */
function title(node: GraphNode): string {
  return node.label === 'Paper' ? `“${node.name}”` : node.name;
}

function printEdge(terminal: Terminal, edge: GraphEdge, nameOf: ReadonlyMap<string, string>): void {
  terminal.print(`   ${nameOf.get(edge.source)} ${SAYS[edge.type]} ${nameOf.get(edge.target)}`);
  const said = statements(edge);
  for (const { paper, evidence } of said.slice(0, SHOWN_STATEMENTS)) {
    terminal.print(`     ${paper}: ${evidence.replace(/\s+/g, ' ')}`);
  }
  const more = said.length - SHOWN_STATEMENTS;
  if (more > 0) terminal.print(`     … and ${more} more ${more === 1 ? 'statement' : 'statements'}`);
}

function statements(edge: GraphEdge): { paper: string; evidence: string }[] {
  if ('start' in edge) return [{ paper: edge.source, evidence: edge.evidence }];
  if ('starts' in edge) return edge.papers.map((paper, i) => ({ paper, evidence: edge.evidence[i] ?? '' }));
  return [];
}
