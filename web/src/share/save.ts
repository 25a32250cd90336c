/** Saves what is shown as a file, and says what was saved. */
import { saveFile } from '../console/download.js';
import type { Scene } from '../graph/scene.js';
import { announce, notify } from '../state/store.js';
import { formatCount, plural } from '../ui/words.js';
import { linksToCsv, nodesToCsv, toGexf, toJson } from './graph-files.js';
import { type PictureOptions, toPng, toSvg } from './picture.js';

const FILES = {
  json: { name: 'stemma.json', type: 'application/json', make: toJson },
  nodes: { name: 'stemma-nodes.csv', type: 'text/csv', make: nodesToCsv },
  links: { name: 'stemma-links.csv', type: 'text/csv', make: linksToCsv },
  gexf: { name: 'stemma.gexf', type: 'application/gexf+xml', make: toGexf },
} as const;

export function saveGraph(scene: Scene, as: keyof typeof FILES): void {
  const { name, type, make } = FILES[as];
  saveFile(name, make(scene), type);
  const { nodes, edges } = scene.visible;
  say(`Saved ${name}: ${plural(nodes.size, 'node')}, ${plural(edges.size, 'link')}`);
}

export async function savePicture(scene: Scene, format: 'png' | 'svg', options: PictureOptions): Promise<void> {
  try {
    if (format === 'png') saveFile('stemma.png', await toPng(scene, options), 'image/png');
    else saveFile('stemma.svg', toSvg(scene, options), 'image/svg+xml');
    say(`Saved stemma.${format}: ${formatCount(options.width)} × ${formatCount(options.height)} pixels`);
  } catch (error) {
    notify({ text: error instanceof Error ? error.message : String(error), state: 'failed' });
  }
}

function say(text: string): void {
  announce(text);
  notify({ text, state: 'done' });
}
