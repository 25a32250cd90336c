/** The element that Sigma draws in, and the life of the scene in it. */
import { useEffect, useRef, useState } from 'react';
import type { Overview } from '../api/types.js';
import type { NamedRegion } from '../map/region-names.js';
import { formatCount } from '../ui/words.js';
import { GraphBuilder } from './build-graph.js';
import { exposeHandle } from './handle.js';
import { freeRoom } from './insets.js';
import { Scene } from './scene.js';
import './graph-canvas.css';

interface Props {
  readonly overview: Overview;
  readonly regions: readonly NamedRegion[];
  readonly onScene: (scene: Scene | undefined) => void;
}

export function GraphCanvas({ overview, regions, onScene }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const scene = useRef<Scene>(undefined);
  const [failed, setFailed] = useState(false);
  const drawn = useRef(overview);
  // A later version of the graph is drawn in the same scene.
  const [builder] = useState(() => new GraphBuilder(overview.nodes, overview.edges));

  useEffect(() => {
    if (!container.current) return;
    let hide: () => void;
    try {
      scene.current = new Scene(container.current, builder, freeRoom);
      hide = exposeHandle(scene.current);
    } catch {
      setFailed(true);
      return;
    }
    onScene(scene.current);
    return () => {
      onScene(undefined);
      hide();
      scene.current?.kill();
      scene.current = undefined;
    };
  }, [builder, onScene]);

  useEffect(() => {
    if (drawn.current === overview) return;
    drawn.current = overview;
    scene.current?.redraw(overview);
  }, [overview]);

  useEffect(() => scene.current?.setMap(regions, overview), [regions, overview]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = ARROWS[event.key];
    if (!step || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    scene.current?.view.pan(step[0], step[1]);
  };

  return (
    <>
      <div
        ref={container}
        className="graph-canvas"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys pan it
        tabIndex={0}
        aria-label={`Graph of ${formatCount(overview.shown)} nodes. Arrow keys move the view, plus and minus zoom. T lists what is shown in a table. Search finds every node by name.`}
        onKeyDown={onKeyDown}
      />
      {failed && (
        <p className="graph-canvas-failed" role="alert">
          This browser cannot draw the graph: it needs WebGL. Search and the texts still work.
        </p>
      )}
    </>
  );
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
