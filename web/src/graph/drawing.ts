/** Sigma as the explorer uses it: its shapes, its lines, and how names and cards are written. */
import { createNodeBorderProgram } from '@sigma/node-border';
import { NodeSquareProgram } from '@sigma/node-square';
import Sigma from 'sigma';
import { createEdgeArrowProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { duration } from '../theme/theme.js';
import type { DrawnGraph, EdgeAttributes, NodeAttributes } from './build-graph.js';
import type { Emphasis } from './emphasis.js';
import { FONT, type LabelPainter } from './labels.js';

/** Nodes smaller than this on the screen are named only when one comes closer. */
export const SMALLEST_NAMED = 4.2;

/** Our own painter writes names and hover cards, for squares as for discs. */
function squareProgram(painter: LabelPainter) {
  return class extends NodeSquareProgram<NodeAttributes, EdgeAttributes> {
    override drawLabel = painter.propose;
    override drawHover = painter.paintHover;
  };
}

const ArrowProgram = createEdgeArrowProgram<NodeAttributes, EdgeAttributes>({
  lengthToThicknessRatio: 5,
  widenessToThicknessRatio: 4,
});

const DiscProgram = createNodeBorderProgram<NodeAttributes, EdgeAttributes>({
  borders: [
    { size: { value: 1, mode: 'pixels' }, color: { attribute: 'ring' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
});

export type Drawing = Sigma<NodeAttributes, EdgeAttributes>;

/** @throws Error when the browser has no WebGL */
export function createDrawing(
  graph: DrawnGraph,
  container: HTMLElement,
  emphasis: Emphasis,
  painter: LabelPainter,
): Drawing {
  return new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    nodeProgramClasses: { disc: DiscProgram, square: squareProgram(painter) },
    edgeProgramClasses: {
      plain: EdgeRectangleProgram,
      descent: ArrowProgram,
      lit: EdgeRectangleProgram,
      'lit-descent': ArrowProgram,
    },
    nodeReducer: emphasis.nodeReducer,
    edgeReducer: emphasis.edgeReducer,
    defaultDrawNodeLabel: painter.propose,
    defaultDrawNodeHover: painter.paintHover,
    labelFont: FONT,
    labelDensity: 1.4,
    labelGridCellSize: 84,
    labelRenderedSizeThreshold: SMALLEST_NAMED,
    minEdgeThickness: 0.8,
    // Things grow more slowly than the room between them: closer means clearer.
    zoomToSizeRatioFunction: (ratio) => ratio ** 0.4,
    stagePadding: 24,
    minCameraRatio: 0.01,
    maxCameraRatio: 3,
    zIndex: true,
    // The address keeps where one looks, and regions and names stand upright: fingers do not turn it.
    enableCameraRotation: false,
    zoomDuration: duration(200),
    inertiaDuration: duration(200),
    allowInvalidContainer: true,
  });
}
