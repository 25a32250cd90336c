/**
 * `window.stemma`: a handle for the browser's console and for tests. It reads the drawing and changes nothing:
 *
 *     stemma.nodes()                 ids of the drawn nodes
 *     stemma.position(id)            where a node stands, in CSS pixels of the window; undefined when not drawn
 *     stemma.colour(id)              its colour at this moment; also of a link, by its key `source TYPE target`
 *     stemma.camera()                { x, y, ratio, angle }
 *     stemma.names()                 the names that stand on the drawing, each with the box that it takes
 *     stemma.moving()                whether the camera flies or colours fade
 */
import type { CameraState, Coordinates } from 'sigma/types';
import type { Written } from './box.js';
import type { Scene } from './scene.js';

export interface Handle {
  nodes(): string[];
  position(id: string): Coordinates | undefined;
  colour(id: string): string | undefined;
  camera(): CameraState;
  names(): readonly Written[];
  moving(): boolean;
}

declare global {
  interface Window {
    stemma?: Handle;
  }
}

export function exposeHandle(scene: Scene): () => void {
  const { sigma } = scene;
  window.stemma = {
    nodes: () => sigma.getGraph().nodes(),
    position: (id) => {
      const data = sigma.getNodeDisplayData(id);
      if (!data || data.hidden) return undefined;
      const { left, top } = sigma.getContainer().getBoundingClientRect();
      const { x, y } = sigma.framedGraphToViewport(data);
      return { x: x + left, y: y + top };
    },
    colour: (id) => (sigma.getNodeDisplayData(id) ?? sigma.getEdgeDisplayData(id))?.color,
    camera: () => sigma.getCamera().getState(),
    names: () => scene.names,
    moving: () => scene.isMoving(),
  };
  return () => {
    delete window.stemma;
  };
}
