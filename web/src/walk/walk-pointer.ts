/** What the pointer does on the drawing beside clicking: drags nodes, goes around many, opens a node or its menu. */
import type Sigma from 'sigma';
import type { Coordinates, MouseCoords, TouchCoords } from 'sigma/types';
import type { DrawnGraph, EdgeAttributes, NodeAttributes } from '../graph/build-graph.js';
import { bindLongPress, DOUBLE_TAP, isByFinger, keepTapsApart, nodeUnderFinger } from '../graph/fingers.js';
import { hover, openMenu, setLassoing, store } from '../state/store.js';
import { isInside, LassoLine } from './lasso.js';
import type { Placement } from './placement.js';
import { shortKey } from './short-key.js';
import type { Place } from './walk.js';

interface Options {
  readonly sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly container: HTMLElement;
  readonly graph: DrawnGraph;
  readonly placement: Placement;
  readonly isSeen: (id: string) => boolean;
  readonly onOpen: (id: string) => void;
  readonly onMark: (ids: readonly string[], toggle: boolean) => void;
  readonly onDrop: (places: ReadonlyMap<string, Place>) => void;
}

/** Less than this is a click with an unsteady hand. */
const LEAST_DRAG = 4;
/** A second click sooner than this after the first, and no farther from it, is of the same node, even if the camera has moved it. */
const DOUBLE_MS = 600;

interface Drag {
  readonly ids: readonly string[];
  readonly from: Coordinates;
  readonly starts: ReadonlyMap<string, Coordinates>;
  moved: boolean;
}

/** The first of two clicks, or both: of which node, when, and where in the window. */
interface Clicked {
  readonly id: string;
  readonly at: number;
  readonly where: Coordinates;
  readonly opened: boolean;
}

/** Returns how to stop. */
export function bindWalkPointer(options: Options): () => void {
  const { sigma, container, graph, placement } = options;
  let drag: Drag | undefined;
  let lasso: LassoLine | undefined;
  let clicked: Clicked | undefined;

  const inWindow = ({ x, y }: Coordinates): Coordinates => {
    const { left, top } = container.getBoundingClientRect();
    return { x: x + left, y: y + top };
  };
  const wantsLasso = ({ original }: MouseCoords) => store.getState().lassoing || original.shiftKey;
  const isFirstButton = ({ original }: MouseCoords) => !('button' in original) || original.button === 0;
  const beginLasso = (at: Coordinates) => {
    lasso = new LassoLine(container, at);
    hover(undefined);
  };

  sigma.on('downNode', ({ node, event }) => {
    if (!isFirstButton(event)) return;
    if (store.getState().lassoing) return beginLasso(event);
    if (event.original.shiftKey) return;
    const { selection, walk } = store.getState();
    const { marked } = walk;
    // A finger pans, wherever it begins: it moves only what was chosen before.
    if (isByFinger(event) && (isPinch(event) || (selection?.id !== node && !marked.has(shortKey(node))))) {
      drag = undefined;
      return;
    }
    const several = marked.has(shortKey(node))
      ? graph.filterNodes((id) => marked.has(shortKey(id)) && options.isSeen(id))
      : [node];
    drag = {
      ids: several,
      from: { x: event.x, y: event.y },
      starts: new Map(several.map((id) => [id, sigma.graphToViewport(graph.getNodeAttributes(id))])),
      moved: false,
    };
  });
  sigma.on('downStage', ({ event }) => {
    // A second finger is there to pinch.
    if (isPinch(event)) drag = undefined;
    else if (isFirstButton(event) && wantsLasso(event)) beginLasso(event);
  });

  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (!drag && !lasso) return;
    const at = pointOf(event);
    if (!at) return;
    // The view stays while something is drawn or moved over it.
    preventSigmaDefault();
    if (lasso) return lasso.add(at);
    if (!drag) return;
    const shift = { x: at.x - drag.from.x, y: at.y - drag.from.y };
    if (!drag.moved && Math.hypot(shift.x, shift.y) < LEAST_DRAG) return;
    drag.moved = true;
    container.style.cursor = 'grabbing';
    for (const [id, start] of drag.starts) {
      if (!graph.hasNode(id)) continue;
      const { x, y } = sigma.viewportToGraph({ x: start.x + shift.x, y: start.y + shift.y });
      placement.move(id, x, y);
    }
  });

  // A drag that the camera has not taken ends in a click, which nobody meant.
  let muted = false;
  const muteClick = (event: Event) => {
    if (!muted) return;
    muted = false;
    event.stopPropagation();
  };
  const unmute = () => {
    muted = false;
  };
  container.addEventListener('click', muteClick, true);
  container.addEventListener('mousedown', unmute, true);

  const end = () => {
    muted = drag?.moved === true || (lasso !== undefined && lasso.line.length > 1);
    if (drag?.moved) {
      container.style.cursor = '';
      const ids = drag.ids.filter((id) => graph.hasNode(id));
      options.onDrop(
        new Map(
          ids.map((id) => {
            const { x, y } = graph.getNodeAttributes(id);
            return [id, [x, y] as const];
          }),
        ),
      );
    }
    drag = undefined;
    if (!lasso) return;
    const { line } = lasso;
    lasso.remove();
    lasso = undefined;
    setLassoing(false);
    if (line.length < 3) return;
    options.onMark(
      graph.filterNodes((id, { x, y }) => options.isSeen(id) && isInside(sigma.graphToViewport({ x, y }), line)),
      false,
    );
  };
  sigma.on('upNode', end);
  sigma.on('upStage', end);

  // Two clicks are a double one by the browser's measure: Sigma measures when it comes to see them, which may be late.
  const open = (id: string, at: number, where: Coordinates) => {
    if (clicked?.opened) return;
    clicked = { id, at, where, opened: true };
    options.onOpen(id);
  };
  /** What was clicked at this place a moment ago: there a second click is of the same node. */
  const clickedHere = (at: number, where: Coordinates) =>
    clicked &&
    at - clicked.at < DOUBLE_MS &&
    Math.hypot(where.x - clicked.where.x, where.y - clicked.where.y) < DOUBLE_TAP
      ? clicked
      : undefined;
  // On a small screen the first tap brings a sheet, which may be what the second one meets.
  const onSecondTap = (event: TouchEvent) => {
    stopAwaiting();
    const { target, timeStamp, touches } = event;
    const [finger, second] = touches;
    if (!finger || second || (target instanceof Node && container.contains(target))) return;
    const where = { x: finger.clientX, y: finger.clientY };
    const first = clickedHere(timeStamp, where);
    // A tap elsewhere is for what it meets: a button of that sheet, say.
    if (!first) return;
    event.preventDefault();
    event.stopPropagation();
    open(first.id, timeStamp, where);
  };
  const stopAwaiting = () => document.removeEventListener('touchstart', onSecondTap, true);
  const awaitSecondTap = () => {
    document.addEventListener('touchstart', onSecondTap, { capture: true, passive: false });
    window.setTimeout(stopAwaiting, DOUBLE_MS);
  };
  sigma.on('clickNode', ({ node, event }) => {
    const { shiftKey, timeStamp } = event.original;
    const where = inWindow(event);
    const first = clickedHere(timeStamp, where);
    if (shiftKey) options.onMark([node], true);
    else if (!first) {
      clicked = { id: node, at: timeStamp, where, opened: false };
      if (isByFinger(event)) awaitSecondTap();
    } else if (isByFinger(event)) open(first.id, timeStamp, where);
  });
  sigma.on('clickStage', ({ event }) => {
    const { timeStamp } = event.original;
    if (!isByFinger(event)) return;
    const where = inWindow(event);
    const first = clickedHere(timeStamp, where);
    if (first) return open(first.id, timeStamp, where);
    const near = nodeUnderFinger(sigma, event);
    if (near === undefined) return;
    clicked = { id: near, at: timeStamp, where, opened: false };
    awaitSecondTap();
  });
  sigma.on('doubleClickNode', ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    const at = event.original.timeStamp;
    const where = inWindow(event);
    open(clickedHere(at, where)?.id ?? node, at, where);
  });
  sigma.on('doubleClickStage', ({ event, preventSigmaDefault }) => {
    const at = event.original.timeStamp;
    const where = inWindow(event);
    const first = clickedHere(at, where);
    if (!first) return;
    preventSigmaDefault();
    open(first.id, at, where);
  });
  const onDoubleClick = ({ timeStamp, clientX, clientY }: MouseEvent) => {
    const where = { x: clientX, y: clientY };
    const first = clickedHere(timeStamp, where);
    if (first) open(first.id, timeStamp, where);
  };
  container.addEventListener('dblclick', onDoubleClick);

  sigma.on('rightClickNode', ({ node, event }) => {
    event.original.preventDefault();
    event.preventSigmaDefault();
    openMenu({ id: node, ...inWindow(event) });
  });
  const stopPresses = bindLongPress(sigma, container, (id, at) => {
    drag = undefined;
    openMenu({ id, ...at });
  });
  const stopKeeping = keepTapsApart(sigma, container);
  // The browser's own menu has nothing for a drawing.
  const onContextMenu = (event: MouseEvent) => event.preventDefault();
  container.addEventListener('contextmenu', onContextMenu);
  return () => {
    stopPresses();
    stopKeeping();
    stopAwaiting();
    container.removeEventListener('contextmenu', onContextMenu);
    container.removeEventListener('dblclick', onDoubleClick);
    container.removeEventListener('click', muteClick, true);
    container.removeEventListener('mousedown', unmute, true);
    lasso?.remove();
  };
}

function isPinch({ original }: MouseCoords): boolean {
  return 'touches' in original && (original as TouchEvent).touches.length > 1;
}

function pointOf(event: MouseCoords | TouchCoords): Coordinates | undefined {
  return 'touches' in event ? event.touches[0] : event;
}
