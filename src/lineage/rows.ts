/**
 * Heights for the nodes of a layered drawing whose order is settled: near to what they are joined with, in no more room
 * than the fullest layer needs. Layer by layer each node wishes to stand at the mean of its neighbours; the nearest
 * heights that keep the order and the distances are an isotonic regression, found by pooling (Ayer et al. 1955).
 */
import type { Coord } from 'd3-dag';

const SWEEPS = 6;
/** Room beyond what the fullest layer needs, so that lines can run straight. */
const SLACK = 1.1;

/** Assigns `x`, which is the height here, as the drawing runs from left to right. */
export const compactRows: Coord<unknown, unknown> = (layers, separation) => {
  const offsets = layers.map((layer) => {
    const before = [separation(undefined, layer[0])];
    for (let i = 1; i < layer.length; i++) before.push((before[i - 1] ?? 0) + separation(layer[i - 1], layer[i]));
    return before;
  });
  const needed = layers.map((layer, l) => (offsets[l]?.at(-1) ?? 0) + separation(layer.at(-1), undefined));
  const room = Math.max(...needed) * SLACK;
  for (const [l, layer] of layers.entries()) {
    const start = (room - (needed[l] ?? 0)) / 2;
    for (const [i, node] of layer.entries()) node.x = start + (offsets[l]?.[i] ?? 0);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const order = [...layers.keys()];
    if (sweep % 2 === 1) order.reverse();
    for (const l of order) {
      const layer = layers[l] ?? [];
      const offset = offsets[l] ?? [];
      const wishes = layer.map((node, i) => {
        const beside = [...node.parents(), ...node.children()];
        const mean = beside.length === 0 ? node.x : beside.reduce((sum, { x }) => sum + x, 0) / beside.length;
        return mean - (offset[i] ?? 0);
      });
      const most = room - (needed[l] ?? 0);
      for (const [i, place] of pool(wishes).entries()) {
        const node = layer[i];
        if (node) node.x = Math.min(most, Math.max(0, place)) + (offset[i] ?? 0);
      }
    }
  }
  return room;
};

/** The non-decreasing values nearest to those wished, by the sum of squares. */
function pool(wishes: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const wish of wishes) {
    let block = { sum: wish, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count >= block.sum / block.count; last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
}
