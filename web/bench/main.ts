/** Sigma as it comes, over the graph that the explorer is given: what its panning is compared with. */
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Overview } from '../../src/serve/schemas.js';

const COLOURS: Readonly<Record<string, string>> = { Paper: '#93a1b4', Concept: '#3573e6', Technique: '#f08a12' };

const overview = (await (await fetch('/api/overview')).json()) as Overview;
const graph = new MultiDirectedGraph();
for (const { id, name, x, y, papers = 4, label } of overview.nodes) {
  graph.addNode(id, { x, y, label: name, size: 1 + Math.sqrt(papers), color: COLOURS[label] ?? '#6a1690' });
}
for (const { source, target } of overview.edges) graph.addEdge(source, target, { size: 1, color: '#cccccc' });
const container = document.getElementById('graph');
if (!container) throw new Error('the page has lost its element');
const sigma = new Sigma(graph, container);
Object.assign(window, { stemma: { nodes: () => graph.nodes(), camera: () => sigma.getCamera().getState() } });
