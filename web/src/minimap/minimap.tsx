/** While one sees only a part: all of the drawing, small, with a frame around that part. A drag moves the view. */
import { useEffect, useRef, useState } from 'react';
import type { Scene } from '../graph/scene.js';
import { useAppState } from '../state/use-state.js';
import { mix } from '../theme/colour.js';
import { type Extent, extentOf, MAP, toMap, toPlace } from './extent.js';
import './minimap.css';

const { width: WIDTH, height: HEIGHT } = MAP;
/** One sees nearly everything from this share of the drawing on: a map would tell nothing. */
const NEARLY_ALL = 0.8;

export function Minimap({ scene }: { readonly scene: Scene }) {
  const isWanted = useAppState((state) => state.panels.map);
  return isWanted ? <SmallMap scene={scene} /> : null;
}

function SmallMap({ scene }: { readonly scene: Scene }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const extent = useRef<Extent>(undefined);
  const [isPart, setIsPart] = useState(false);
  const seen = useAppState((state) => state.visible);
  const appearance = useAppState((state) => state.appearance);
  const look = useAppState((state) => state.look);
  const pinned = useAppState((state) => state.walk.pinned);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene keeps its identity while what it shows changes
  useEffect(() => {
    const points = document.createElement('canvas');
    const ratio = window.devicePixelRatio || 1;
    points.width = WIDTH * ratio;
    points.height = HEIGHT * ratio;
    const { graph, visible, palette } = scene;
    const whole = extentOf(graph, visible.nodes, WIDTH, HEIGHT);
    extent.current = whole;
    if (!whole) {
      setIsPart(false);
      return;
    }
    const ground = points.getContext('2d');
    ground?.scale(ratio, ratio);
    for (const id of ground ? visible.nodes : []) {
      const { x, y } = toMap(graph.getNodeAttributes(id), whole);
      const { size, color } = scene.lookOf(id);
      const width = size > 8 ? 3 : 1.5;
      if (!ground) continue;
      ground.fillStyle = mix(color, palette.card, 0.25);
      ground.fillRect(x - width / 2, y - width / 2, width, width);
    }
    let frame = 0;
    const paint = () => {
      frame = 0;
      const { width, height } = scene.sigma.getDimensions();
      const corners = [
        scene.sigma.viewportToGraph({ x: 0, y: 0 }),
        scene.sigma.viewportToGraph({ x: width, y: height }),
      ].map((corner) => toMap(corner, whole));
      const [a, b] = corners;
      if (!a || !b) return;
      setIsPart((b.x - a.x) * (b.y - a.y) < NEARLY_ALL * WIDTH * HEIGHT);
      const context = canvas.current?.getContext('2d');
      if (!context) return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, WIDTH, HEIGHT);
      context.drawImage(points, 0, 0, WIDTH, HEIGHT);
      context.strokeStyle = palette.accent;
      context.lineWidth = 1.5;
      context.strokeRect(a.x, a.y, Math.max(4, b.x - a.x), Math.max(4, b.y - a.y));
    };
    const schedule = () => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    schedule();
    const camera = scene.sigma.getCamera();
    camera.on('updated', schedule);
    return () => {
      camera.off('updated', schedule);
      cancelAnimationFrame(frame);
    };
  }, [scene, seen, appearance, look, pinned, isPart]);

  const move = (event: React.PointerEvent<HTMLCanvasElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    if (extent.current) scene.view.centre(toPlace({ x: event.clientX - left, y: event.clientY - top }, extent.current));
  };
  const ratio = window.devicePixelRatio || 1;
  if (!isPart) return null;
  return (
    <div className="minimap card" aria-hidden="true">
      <canvas
        ref={canvas}
        width={WIDTH * ratio}
        height={HEIGHT * ratio}
        style={{ width: WIDTH, height: HEIGHT }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          move(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) move(event);
        }}
      />
    </div>
  );
}
