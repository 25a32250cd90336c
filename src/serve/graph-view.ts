/** The graph in memory, as the explorer walks it: nodes by id and the edges at each node. Cypher is for the database. */
import { compare, Incidence, PathFinder, related, twoSteps } from '../graph/index.js';
import { timelineOf } from '../lineage/index.js';
import {
  compareText,
  EDGE_TYPES,
  type EdgeType,
  type GraphEdge,
  type GraphNode,
  joinChains,
  joinSentence,
  type KnowledgeGraph,
  NODE_LABELS,
} from '../model/index.js';
import type { Choice } from './choice.js';
import { nameCommunities } from './community-names.js';
import { FacetCounter, MOST_CHOICES } from './facets.js';
import { type Asked, isDrawnAtFirst, OverviewMaker } from './overview.js';
import type {
  Comparison,
  DrawnNode,
  Facets,
  Neighbours,
  NodeDetail,
  Overview,
  Paths,
  Related,
  Stats,
} from './schemas.js';
import { tells } from './telling.js';

interface Step {
  readonly edge: GraphEdge;
  readonly other: string;
  readonly direction: 'out' | 'in';
}

export interface NeighbourOptions {
  readonly limit: number;
  readonly offset: number;
  readonly types?: readonly EdgeType[];
  readonly direction?: 'out' | 'in' | undefined;
  readonly order?: 'sure' | 'telling' | undefined;
  /** 2: what lies two steps away too. */
  readonly depth?: 1 | 2 | undefined;
}

export class GraphView {
  readonly graph: KnowledgeGraph;
  readonly #nodes: ReadonlyMap<string, GraphNode>;
  readonly #steps: ReadonlyMap<string, readonly Step[]>;
  readonly #incidence: Incidence;
  readonly #finder: PathFinder;
  readonly #facets: FacetCounter;
  readonly #papers: number;
  readonly #overview: OverviewMaker;

  constructor(graph: KnowledgeGraph) {
    this.graph = graph;
    this.#nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    const steps = new Map<string, Step[]>();
    const add = (at: string, step: Step) => {
      const list = steps.get(at);
      if (list) list.push(step);
      else steps.set(at, [step]);
    };
    for (const edge of graph.edges) {
      add(edge.source, { edge, other: edge.target, direction: 'out' });
      add(edge.target, { edge, other: edge.source, direction: 'in' });
    }
    this.#steps = steps;
    this.#incidence = new Incidence(graph);
    this.#finder = new PathFinder(this.#incidence);
    this.#facets = new FacetCounter(this.#incidence);
    this.#papers = graph.nodes.filter(({ label }) => label === 'Paper').length;
    this.#overview = new OverviewMaker(graph, (id) => this.steps(id));
  }

  node(id: string): GraphNode | undefined {
    return this.#nodes.get(id);
  }

  steps(id: string): readonly Step[] {
    return this.#steps.get(id) ?? [];
  }

  /** How many edges of each type leave and enter a node; undefined for an unknown id. */
  detail(id: string): NodeDetail | undefined {
    const node = this.#nodes.get(id);
    if (!node) return undefined;
    const degrees: NodeDetail['degrees'] = [];
    for (const type of EDGE_TYPES) {
      for (const direction of ['out', 'in'] as const) {
        const count = this.steps(id).filter((step) => step.edge.type === type && step.direction === direction).length;
        if (count > 0) degrees.push({ type, direction, count });
      }
    }
    if (!('aliases' in node)) return { node, degrees };
    const edges = this.steps(id).map(({ edge }) => edge);
    const timeline = timelineOf(id, edges, (other) => this.#nodes.get(other));
    const dated = timeline.length > 0 ? { timeline } : {};
    if (node.aliases.length === 0) return { node, degrees, ...dated };
    const chain = joinChains(node.joins ?? [], node.name);
    const reasons = node.aliases.map((alias) => ({
      alias,
      chain: (chain(alias) ?? []).map((join) => ({
        ...join,
        sentence: joinSentence(join),
        papers: join.papers.map((id) => ({ id, name: this.#nodes.get(id)?.name ?? id })),
      })),
    }));
    return { node, degrees, ...dated, reasons };
  }

  /** The steps from a node, by type, the surest or the most telling first; undefined for an unknown id. */
  neighbours(
    id: string,
    { limit, offset, types, direction, order = 'sure', depth = 1 }: NeighbourOptions,
  ): Neighbours | undefined {
    if (!this.#nodes.has(id)) return undefined;
    const found = this.steps(id)
      .filter((step) => (!types || types.includes(step.edge.type)) && (!direction || step.direction === direction))
      .flatMap((step) => {
        const node = this.#nodes.get(step.other);
        if (!node) return [];
        return [{ ...step, node, rank: order === 'sure' ? 0 : tells(node, step.edge.confidence, this.#papers) }];
      })
      .sort(
        (a, b) =>
          EDGE_TYPES.indexOf(a.edge.type) - EDGE_TYPES.indexOf(b.edge.type) ||
          b.rank - a.rank ||
          b.edge.confidence - a.edge.confidence ||
          compareText(a.node.name, b.node.name) ||
          compareText(a.node.id, b.node.id),
      );
    const neighbours = found.slice(offset, offset + limit).map(({ node, edge, direction }) => ({
      ...drawnNeighbour(node, edge),
      direction,
    }));
    const near = { neighbours, shown: neighbours.length, total: found.length };
    if (depth === 1) return near;
    const { found: far, total } = twoSteps(this.#incidence, id, { limit, offset, types, direction });
    const further = far.map(({ node, edge, via }) => ({
      ...drawnNeighbour(node, edge),
      direction: edge.source === via.id ? ('out' as const) : ('in' as const),
      via: { id: via.id, name: via.name },
    }));
    return { ...near, further: { neighbours: further, shown: further.length, total } };
  }

  /** The shortest paths between two nodes that are there. */
  paths(from: string, to: string, limit: number): Paths {
    const { paths, total } = this.#finder.find(from, to, limit);
    const shown = paths.map(({ nodes, steps }) => ({
      nodes: nodes.map(drawnNode),
      steps: steps.map((edges) => ({ edges: [...edges] })),
    }));
    return { paths: shown, shown: shown.length, total };
  }

  /** What is most like a paper or goes with an entity. */
  related(id: string, limit: number): Related {
    const found = related(this, id, this.#papers, limit);
    const shown = found.related.map(({ node, weight, via, total }) => ({
      node: drawnNode(node),
      weight,
      via: via.map(({ node, edges }) => ({ node: drawnNode(node), edges: [...edges] })),
      total,
    }));
    return { related: shown, shown: shown.length, total: found.total };
  }

  /** What papers and entities that are there have in common and of their own. */
  compare(nodes: readonly GraphNode[], limit: number): Comparison {
    const ids = nodes.map(({ id }) => id);
    const { relations, shared, own } = compare(this, ids, this.#papers);
    const list = (rows: typeof shared) => {
      const entities = rows.slice(0, limit).map(({ entity, holdings }) => ({
        node: drawnNode(entity),
        aliases: entity.aliases,
        holdings: holdings.map((each) => (each ? { papers: each.papers, edges: [...each.edges] } : null)),
      }));
      return { entities, shown: entities.length, total: rows.length };
    };
    const answer = { nodes: nodes.map(drawnNode), relations: [...relations], shared: list(shared), own: own.map(list) };
    const told = [answer.shared, ...answer.own].flatMap(({ entities }) =>
      entities.flatMap(({ holdings }) => holdings.flatMap((each) => each?.edges ?? [])),
    );
    const papers = new Set([...relations, ...told].flatMap((edge) => ('papers' in edge ? edge.papers : edge.source)));
    return { ...answer, papers: this.#papersOf(papers, ids) };
  }

  /** The papers among the ids, sorted, without some. */
  #papersOf(ids: ReadonlySet<string>, without: readonly string[]): DrawnNode[] {
    return [...ids].sort(compareText).flatMap((id) => {
      const node = this.#nodes.get(id);
      return node?.label === 'Paper' && !without.includes(id) ? [drawnNode(node)] : [];
    });
  }

  /** What is drawn at first, or of what is chosen, or of what stands in a part of the drawing. */
  overview(asked: Asked): Omit<Overview, 'suggestions'> {
    const { nodes, total, ties } = this.#overview.choose(asked);
    const ids = new Set(nodes.map((node) => node.id));
    const edges = nodes.flatMap(({ id }) =>
      this.steps(id)
        .filter(({ direction, other }) => direction === 'out' && ids.has(other))
        .map(({ edge: { source, target, type, confidence } }) => ({ source, target, type, confidence })),
    );
    return { nodes: nodes.map(drawnNode), edges, ties: [...ties], shown: nodes.length, total };
  }

  /** What each choice would show beside the others. */
  facets(choice: Choice): Facets {
    return this.#facets.count(choice);
  }

  stats(): Omit<Stats, 'extractor' | 'asOf'> {
    const nodes = Object.fromEntries(NODE_LABELS.map((label) => [label, 0])) as Stats['nodes'];
    const edges = Object.fromEntries(EDGE_TYPES.map((type) => [type, 0])) as Stats['edges'];
    const communities = nameCommunities(this.graph.nodes, this.graph.edges, isDrawnAtFirst);
    const { years, categories, organizations } = this.facets({});
    let first: string | undefined;
    let last: string | undefined;
    for (const node of this.graph.nodes) {
      nodes[node.label]++;
      if (node.label !== 'Paper') continue;
      if (node.date === undefined) continue;
      if (first === undefined || node.date < first) first = node.date;
      if (last === undefined || node.date > last) last = node.date;
    }
    for (const edge of this.graph.edges) edges[edge.type]++;
    return {
      papers: nodes.Paper,
      nodes,
      edges,
      communities: communities.length,
      facets: {
        years,
        categories,
        organizations,
        communities: communities.slice(0, MOST_CHOICES).map((each) => ({ ...each, terms: [...each.terms] })),
      },
      ...(first === undefined ? {} : { firstDate: first }),
      ...(last === undefined ? {} : { lastDate: last }),
    };
  }
}

function drawnNeighbour(node: GraphNode, edge: GraphEdge) {
  return { node: drawnNode(node), edge, ...('aliases' in node ? { aliases: node.aliases } : {}) };
}

export function drawnNode(node: GraphNode): DrawnNode {
  const { id, label, name, x, y, community, pagerank } = node;
  return {
    id,
    label,
    name,
    x,
    y,
    community,
    pagerank,
    ...('papers' in node ? { papers: node.papers } : {}),
    ...('year' in node && node.year !== undefined ? { year: node.year } : {}),
    ...('categories' in node && node.categories.length > 0 ? { categories: node.categories } : {}),
    ...('organizations' in node && node.organizations.length > 0 ? { organizations: node.organizations } : {}),
  };
}
