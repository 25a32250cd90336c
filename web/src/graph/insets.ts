/** What floats over the canvas at this moment, by the elements that say so with `data-floats`. */
import type { Insets } from './camera.js';

const GAP = 16;
/** Below this width a panel in a corner would leave too little to draw in: the graph may lie behind it. */
const WIDE = 1000;
/** Up to this width what stands at the top reaches from side to side. */
const NARROW = 700;
/** What is this high for its width holds nearly as large a drawing as a square. */
const SQUARE = 0.9;

/**
 * `data-floats` is `side` where the panel always takes its side, unless it is as wide as the window, `bottom` where it always
 * takes the bottom, `top` where it takes the top, `header` where it does so on a narrow window, and `auto` where it takes the top
 * or bottom when as wide as the window, and its side when as high. Offsets are used and not boxes, because these already say where a
 * panel will stand when its entrance is over. `corner` takes the top of a narrow window that stays nearly as high as it is
 * wide all the same: there a drawing is hardly smaller for it.
 */
export function freeRoom(): Insets {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const insets = { left: GAP, top: GAP, right: GAP, bottom: GAP };
  let corner = 0;
  for (const panel of document.querySelectorAll<HTMLElement>('[data-floats]')) {
    const side = panel.dataset.floats;
    const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = panel;
    if (offsetWidth === 0) continue;
    if (side === 'corner') corner = Math.max(corner, width < WIDE && top < height / 2 ? top + offsetHeight + GAP : 0);
    else if (side === 'header') {
      if (width <= NARROW) insets.top = Math.max(insets.top, top + offsetHeight + GAP);
    } else if (side === 'top') insets.top = Math.max(insets.top, panel.getBoundingClientRect().bottom + GAP);
    else if (side === 'bottom') insets.bottom = Math.max(insets.bottom, height - top + GAP);
    else if (offsetWidth > width * 0.7) {
      if (top + offsetHeight / 2 < height / 2) insets.top = Math.max(insets.top, top + offsetHeight + GAP);
      else insets.bottom = Math.max(insets.bottom, height - top + GAP);
    } else if (side === 'side' ? width >= WIDE : offsetHeight > height * 0.6) {
      if (left + offsetWidth / 2 < width / 2) insets.left = Math.max(insets.left, left + offsetWidth + GAP);
      else insets.right = Math.max(insets.right, width - left + GAP);
    }
  }
  if (height - insets.bottom - corner >= width * SQUARE) insets.top = Math.max(insets.top, corner);
  return insets;
}
