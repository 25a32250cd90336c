/** What floats over the canvas at this moment, by the elements that say so with `data-floats`. */
import type { Insets } from './camera.js';

const GAP = 16;

/**
 * A panel as wide as the window takes its top or bottom, one as high as the window a side. Panels that cover a corner
 * only, such as the legend, take nothing: the graph may lie behind them. Offsets are used and not boxes, because these
 * already say where a panel will stand when its entrance is over.
 */
export function freeRoom(): Insets {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const insets = { left: GAP, top: GAP, right: GAP, bottom: GAP };
  for (const panel of document.querySelectorAll<HTMLElement>('[data-floats]')) {
    const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = panel;
    if (offsetWidth > width * 0.7) {
      if (top + offsetHeight / 2 < height / 2) insets.top = Math.max(insets.top, top + offsetHeight + GAP);
      else insets.bottom = Math.max(insets.bottom, height - top + GAP);
    } else if (offsetHeight > height * 0.6) {
      if (left + offsetWidth / 2 < width / 2) insets.left = Math.max(insets.left, left + offsetWidth + GAP);
      else insets.right = Math.max(insets.right, width - left + GAP);
    }
  }
  return insets;
}
