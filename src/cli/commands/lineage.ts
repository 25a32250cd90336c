/** `stemma lineage NAME`: what a method came from and what came from it, as a tree, data, a diagram or a picture. */
import {
  type Direction,
  Lineage,
  layOut,
  lineageOf,
  mainPathsOf,
  profileOf,
  relationOf,
  writeDot,
  writeMermaid,
  writeProfile,
  writeRelation,
  writeSvg,
  writeTree,
} from '../../lineage/index.js';
import { type DescentGraph, type GraphEdge, type LineageAnswer, UsageError, withoutText } from '../../model/index.js';
import { type GraphOptions, openSource } from '../graph-source.js';
import { nodeMeant } from '../node-meant.js';
import { coloursOf, type Terminal } from '../terminal.js';

export interface LineageOptions extends GraphOptions {
  direction: Direction;
  depth: number;
  limit: number;
  format: 'tree' | 'json' | 'mermaid' | 'dot' | 'svg';
  json?: boolean;
  generic?: boolean;
  evidence?: boolean;
  to?: string;
  mainPath?: boolean;
  about?: boolean;
}

/** Chains of the whole graph that are told, the main path first. */
const CHAINS = 10;

export async function runLineage(terminal: Terminal, name: string | undefined, options: LineageOptions): Promise<void> {
  const format = options.json ? 'json' : options.format;
  if (name === undefined && !options.mainPath) {
    throw new UsageError('no-name', 'give a name, or --main-path for the main paths of the whole graph');
  }
  if (options.about && format !== 'tree' && format !== 'json') {
    throw new UsageError('no-such-format', '--about is written as text or with --format json');
  }
  const source = await openSource(options);
  const asked = [name, options.to].filter((text) => text !== undefined);
  // Who misspells a name is told before anything else is read.
  const entities = await source.readNamed(asked);
  const meant = asked.map((text) => nodeMeant(entities, text, (note) => terminal.note(note)).id);
  const graph = await source.readDescent(meant);
  const lineage = new Lineage(graph);
  // Of papers the same from a folder, where their texts are not read, and from a database.
  const nodes = new Map(graph.nodes.map((node) => [node.id, node.label === 'Paper' ? withoutText(node) : node]));
  const nodeOf = (id: string) => nodes.get(id);
  if (name === undefined) {
    print(terminal, mainPathsOf(lineage, nodeOf, CHAINS), format, options);
    return;
  }
  const [number, to] = meant.map((id) => lineage.numberOf(id)) as [number, number?];
  if (options.about) {
    const around = await source.readAround(lineage.method(number).node.id);
    for (const node of around.nodes) nodes.set(node.id, node);
    const profile = profileOf(lineage, nodeOf, edgesAt(around.edges), number, lastDay(graph));
    const lines = format === 'json' ? [JSON.stringify(profile)] : writeProfile(profile, coloursOf(process.stdout).bold);
    for (const line of lines) terminal.print(line);
    return;
  }
  if (to !== undefined) {
    print(terminal, relationOf(lineage, nodeOf, number, to), format, options);
    return;
  }
  const { direction, depth, limit, generic = false } = options;
  const answer = lineageOf(lineage, nodeOf, number, { direction, depth, limit, generic });
  print(terminal, options.mainPath ? onlyMainPath(answer) : answer, format, options);
}

function print(terminal: Terminal, answer: LineageAnswer, format: LineageOptions['format'], options: LineageOptions) {
  switch (format) {
    case 'json':
      terminal.print(JSON.stringify(answer));
      break;
    case 'mermaid':
      terminal.print(writeMermaid(answer).trimEnd());
      break;
    case 'dot':
      terminal.print(writeDot(answer).trimEnd());
      break;
    case 'svg':
      terminal.print(writeSvg({ ...answer, drawing: layOut(answer) }).trimEnd());
      break;
    case 'tree': {
      const how = { evidence: options.evidence ?? false, strong: coloursOf(process.stdout).bold };
      for (const line of (answer.to === undefined ? writeTree : writeRelation)(answer, how)) terminal.print(line);
    }
  }
}

function onlyMainPath(answer: LineageAnswer): LineageAnswer {
  const methods = answer.methods.filter(({ id }) => answer.mainPath.includes(id));
  return {
    ...answer,
    methods,
    steps: answer.steps.filter(({ main }) => main),
    shown: methods.length,
    total: methods.length,
  };
}

/** The edges that start or end at a node. */
function edgesAt(edges: readonly GraphEdge[]): (node: string) => readonly GraphEdge[] {
  return (node) => edges.filter(({ source, target }) => source === node || target === node);
}

function lastDay({ nodes }: DescentGraph): string | undefined {
  let last: string | undefined;
  for (const node of nodes) {
    if (node.label === 'Paper' && node.date !== undefined && (last === undefined || node.date > last)) last = node.date;
  }
  return last;
}
