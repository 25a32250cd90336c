/** Links and nodes of the present frame on any pen, as Sigma draws them with WebGL: for pictures to save. */
import type Sigma from 'sigma';
import type { EdgeAttributes, NodeAttributes } from './build-graph.js';
import type { Pen } from './pen.js';

type Drawing = Sigma<NodeAttributes, EdgeAttributes>;

/** Lit links lie over the others, as their order of drawing says. */
const ORDER: Readonly<Record<string, number>> = { plain: 0, descent: 1, lit: 2, 'lit-descent': 3 };
const ARROW = { length: 5, width: 2 };

export function paintShapes(pen: Pen, sigma: Drawing, ground: string): void {
  const graph = sigma.getGraph();
  const places = new Map<string, { x: number; y: number; size: number }>();
  const placeOf = (id: string) => {
    const known = places.get(id);
    if (known) return known;
    const data = sigma.getNodeDisplayData(id);
    if (!data) return undefined;
    const place = { ...sigma.framedGraphToViewport(data), size: sigma.scaleSize(data.size) };
    places.set(id, place);
    return place;
  };
  const edges = graph.edges().flatMap((edge) => {
    const data = sigma.getEdgeDisplayData(edge);
    return data && !data.hidden ? { edge, data } : [];
  });
  edges.sort((a, b) => (ORDER[a.data.type] ?? 0) - (ORDER[b.data.type] ?? 0) || a.data.zIndex - b.data.zIndex);
  for (const { edge, data } of edges) {
    const [from, to] = [placeOf(graph.source(edge)), placeOf(graph.target(edge))];
    if (!from || !to) continue;
    const width = Math.max(0.8, sigma.scaleSize(data.size));
    pen.strokeStyle = data.color;
    pen.fillStyle = data.color;
    pen.lineWidth = width;
    const isArrow = data.type.endsWith('descent');
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    // An arrow ends at the rim of the node.
    const tip = isArrow ? { x: to.x - ux * to.size, y: to.y - uy * to.size } : to;
    const head = isArrow ? ARROW.length * width : 0;
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(tip.x - ux * head, tip.y - uy * head);
    pen.stroke();
    if (!isArrow) continue;
    const half = ARROW.width * width;
    pen.beginPath();
    pen.moveTo(tip.x, tip.y);
    pen.lineTo(tip.x - ux * head - uy * half, tip.y - uy * head + ux * half);
    pen.lineTo(tip.x - ux * head + uy * half, tip.y - uy * head - ux * half);
    pen.closePath();
    pen.fill();
  }
  const nodes = graph.nodes().flatMap((id) => {
    const data = sigma.getNodeDisplayData(id);
    return data && !data.hidden ? { id, data } : [];
  });
  nodes.sort((a, b) => a.data.zIndex - b.data.zIndex);
  for (const { id, data } of nodes) {
    const place = placeOf(id);
    if (!place) continue;
    const { x, y, size } = place;
    pen.fillStyle = data.color;
    pen.beginPath();
    if (data.type === 'square') {
      pen.roundRect(x - size, y - size, 2 * size, 2 * size, 0);
      pen.fill();
      continue;
    }
    pen.arc(x, y, Math.max(0.5, size - 0.5), 0, 2 * Math.PI);
    pen.fill();
    pen.strokeStyle = ground;
    pen.lineWidth = 1;
    pen.stroke();
  }
}
