/** Pictures of the view: PNG at any size, sharp at each, and SVG. The part of the drawing is the one that one sees. */
import type { Scene } from '../graph/scene.js';
import { SvgPen } from './svg-pen.js';

export interface PictureOptions {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly transparent: boolean;
}

/** Longer sides than this, browsers refuse. */
export const LONGEST = 8_192;

/** How the window is moved and scaled into a picture: all of it, in the middle. */
function fitting({ width, height }: PictureOptions, scene: Scene): { scale: number; x: number; y: number } {
  const window = scene.sigma.getDimensions();
  const scale = Math.min(width / window.width, height / window.height);
  return { scale, x: (width - window.width * scale) / 2, y: (height - window.height * scale) / 2 };
}

/** @throws Error when the browser has no room for a picture of this size */
export async function toPng(scene: Scene, options: PictureOptions): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = options.width;
  canvas.height = options.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no room for a picture of this size. Choose a smaller one.');
  if (!options.transparent) {
    context.fillStyle = scene.palette.ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  const { scale, x, y } = fitting(options, scene);
  context.setTransform(scale, 0, 0, scale, x, y);
  scene.paintOn(context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('This browser has no room for a picture of this size. Choose a smaller one.');
  return blob;
}

export function toSvg(scene: Scene, options: PictureOptions): string {
  const svg = new SvgPen();
  const { scale, x, y } = fitting(options, scene);
  if (!options.transparent) {
    svg.pen.fillStyle = scene.palette.ground;
    svg.pen.beginPath();
    svg.pen.roundRect(-x / scale, -y / scale, options.width / scale, options.height / scale, 0);
    svg.pen.fill();
  }
  scene.paintOn(svg.pen);
  return svg.write(options.width, options.height, `translate(${x} ${y}) scale(${scale})`);
}
