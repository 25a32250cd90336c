/** A paper's title and abstract in small, each line a stroke, with the place of a sentence marked. */
import type { LineageStatement } from './lineage-api.js';

const WIDTH = 40;
const HEIGHT = 52;
const LEFT = 5;
const LINE = WIDTH - 2 * LEFT;
/** Signs of a line of the title, and of the abstract. */
const [TITLE_SIGNS, SIGNS] = [40, 60];
const TITLE_PITCH = 3.5;
const TOP = 6;
/** Lines of an abstract stand this far apart, nearer where it is long. */
const PITCH = 2.6;

interface Stroke {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function PageThumbnail({ statement: { start, end, text } }: { readonly statement: LineageStatement }) {
  if (!text) return null;
  const { title, length } = text;
  // One sign stands between the two.
  const abstract = { from: title + 1, to: length };
  const titleLines = Math.ceil(title / TITLE_SIGNS);
  const top = TOP + titleLines * TITLE_PITCH + (title > 0 ? 2 : 0);
  const lines = Math.max(1, Math.ceil((abstract.to - abstract.from) / SIGNS));
  const pitch = Math.min(PITCH, (HEIGHT - TOP - top) / Math.max(1, lines - 1));
  const titleStrokes = strokes(0, title, TITLE_SIGNS, TOP, TITLE_PITCH);
  const abstractStrokes = strokes(0, abstract.to - abstract.from, SIGNS, top, pitch);
  const marked = [
    ...strokes(start, Math.min(end, title), TITLE_SIGNS, TOP, TITLE_PITCH),
    ...strokes(Math.max(0, start - abstract.from), end - abstract.from, SIGNS, top, pitch),
  ];
  const down = Math.round((100 * start) / Math.max(1, length));
  return (
    <svg
      className="page-thumbnail"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={end <= title ? 'It stands in the title' : `It stands ${down} % down the abstract`}
    >
      <rect className="page-paper" x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} rx="2" />
      <Strokes className="page-title" list={titleStrokes} thickness={1.6} />
      <Strokes className="page-line" list={abstractStrokes} thickness={Math.min(1, pitch * 0.5)} />
      <Strokes className="page-mark" list={marked} thickness={Math.min(2.2, pitch * 0.95)} />
    </svg>
  );
}

interface StrokesProps {
  readonly className: string;
  readonly list: readonly Stroke[];
  readonly thickness: number;
}

function Strokes({ className, list, thickness }: StrokesProps) {
  const path = list.map(({ x, y, width }) => `M${x.toFixed(1)} ${y.toFixed(1)}h${width.toFixed(1)}`).join('');
  return path === '' ? null : <path className={className} d={path} strokeWidth={thickness} />;
}

/** The lines over which the signs from `start` to `end` run. */
function strokes(start: number, end: number, signs: number, top: number, pitch: number): Stroke[] {
  const found: Stroke[] = [];
  for (let line = Math.floor(start / signs); line * signs < end; line++) {
    const from = Math.max(start, line * signs) - line * signs;
    const to = Math.min(end, (line + 1) * signs) - line * signs;
    if (to > from)
      found.push({ x: LEFT + (LINE * from) / signs, y: top + line * pitch, width: (LINE * (to - from)) / signs });
  }
  return found;
}
