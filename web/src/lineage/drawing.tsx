/** The drawing: months from left to right, a box for each method, a line for each step, the main path in the accent. */
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { linePath } from '../../../src/model/line-path.js';
import { isUnsure, type LineageDrawing } from '../../../src/model/lineage.js';
import { IconButton } from '../ui/icon-button.js';
import { formatDate } from '../ui/words.js';
import { beside, isArrow } from './beside.js';
import { DrawingKey } from './drawing-key.js';
import { EvidenceCard } from './evidence-card.js';
import type { LineageAnswer } from './lineage-api.js';
import { relatives } from './relatives.js';
import { whenWords } from './words.js';

interface Props {
  readonly answer: LineageAnswer;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

const ZOOMS = [0.12, 0.18, 0.25, 0.35, 0.5, 0.7, 1, 1.4];
/** Below this a month has no room for its year. */
const NARROW = 0.5;
const USUAL_ZOOM = ZOOMS.indexOf(1);
/** In so many pixels there is room for a month with its year. */
const YEAR_TOO = 64;
/** From here on names are read without coming closer. */
const READABLE = 0.7;

export function Drawing({ answer, chosen, onChoose }: Props) {
  const { methods, steps, drawing } = answer;
  const scroll = useRef<HTMLDivElement>(null);
  const boxes = useRef<HTMLUListElement>(null);
  const [zoom, setZoom] = useState(USUAL_ZOOM);
  const [start, setStart] = useState<{ places: readonly Place[]; box: Box; zoom: number }>();
  const [over, setOver] = useState<string>();
  const [line, setLine] = useState<{ step: number; x: number; y: number }>();
  const lit = useMemo(() => (over === undefined ? undefined : relatives(answer, over)), [answer, over]);
  const scale = ZOOMS[zoom] ?? 1;

  // All of it is shown where it can be read then; else one begins at the method asked about, or at the main path.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is first drawn
  useLayoutEffect(() => {
    const frame = scroll.current;
    if (!frame || !drawing) return;
    const whole = zoomFor(frame, drawing);
    if (readable(whole)) {
      setZoom(whole);
      return;
    }
    const focus = answer.of === undefined ? answer.mainPath : [answer.of];
    const places = methods.flatMap(({ id }, i) => (focus.includes(id) ? (drawing.methods[i] ?? []) : []));
    const box = boxAround(places.length > 0 ? places : drawing.methods, drawing.box);
    const fitting = zoomFor(frame, box);
    const near = readable(fitting) ? fitting : USUAL_ZOOM;
    setZoom(near);
    setStart({ places, box, zoom: near });
  }, []);
  // The places are scaled only once the zoom is.
  useLayoutEffect(() => {
    const frame = scroll.current;
    if (!frame || !drawing || start?.zoom !== zoom) return;
    const at = ZOOMS[zoom] ?? 1;
    const { places, box } = start;
    const room = { width: frame.clientWidth / at, height: frame.clientHeight / at };
    const { x, y } = box.width <= room.width ? box : fullest(places, room, drawing.box);
    // Of one method more room is left for what came of it.
    const spare = Math.max(0, room.width - box.width) * (answer.of === undefined ? 0.5 : 0.35);
    frame.scrollLeft = (x - spare) * at;
    frame.scrollTop = (y + Math.min(0, (box.height - room.height) / 2)) * at;
    setStart(undefined);
  }, [start, zoom, answer.of, drawing]);

  if (!drawing) return null;
  const { width, height, box, months } = drawing;
  const fit = () => {
    if (scroll.current) setZoom(zoomFor(scroll.current, drawing));
  };
  const stepAt = line && steps[line.step];
  // One of them is reached by Tab, the others from there by the arrow keys.
  const entry = methods.some(({ id }) => id === chosen) ? chosen : (answer.mainPath[0] ?? methods[0]?.id);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = event.target instanceof HTMLElement ? event.target.dataset.id : undefined;
    if (from === undefined || !isArrow(event.key)) return;
    event.preventDefault();
    const next = beside(answer, from, event.key);
    const all = boxes.current?.querySelectorAll<HTMLElement>('.lineage-box') ?? [];
    [...all].find(({ dataset }) => dataset.id === next)?.focus();
  };
  return (
    <main className="lineage-drawing">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section ref={scroll} className="lineage-scroll" tabIndex={0} aria-label="Drawing of the lineage">
        <div className="lineage-months" style={{ width: width * scale }} aria-hidden="true">
          {months.map(({ month, x, width: columns }, place) => (
            <span key={month} style={{ left: x * scale, width: columns * scale, paddingLeft: 30 * scale }}>
              <b>{monthWords(month, scale < NARROW && place > 0, columns * scale)}</b>
            </span>
          ))}
        </div>
        <div className="lineage-sheet" style={{ width: width * scale, height: height * scale }}>
          {months.map(({ month, x, width: columns }) => (
            <div key={month} className="lineage-month" style={{ left: x * scale, width: columns * scale }} />
          ))}
          <div
            className="lineage-ink"
            style={{
              width,
              height,
              transform: `scale(${scale})`,
              top: `max(0px, calc(50% - ${(height * scale) / 2}px))`,
            }}
          >
            <Lines
              answer={answer}
              drawing={drawing}
              lit={lit}
              at={line?.step}
              onLine={(step, x, y) => setLine(step === undefined ? undefined : { step, x, y })}
            />
            <ul ref={boxes} aria-label="Methods, the arrow keys lead from one to the next" onKeyDown={onKeyDown}>
              {methods.map((method, place) => {
                const at = drawing.methods[place];
                const classes = ['lineage-box'];
                if (method.id === chosen) classes.push('lineage-chosen');
                if (method.generic) classes.push('lineage-generic');
                if (answer.mainPath.includes(method.id)) classes.push('lineage-main');
                if (lit && !lit.methods.has(method.id)) classes.push('lineage-dim');
                return (
                  <li key={method.id} style={{ left: at?.x, top: (at?.y ?? 0) - box.height / 2, position: 'absolute' }}>
                    <button
                      type="button"
                      className={classes.join(' ')}
                      data-label={method.label}
                      data-id={method.id}
                      style={{ width: box.width, height: box.height }}
                      title={`${method.name}, ${whenWords(method)}`}
                      aria-pressed={method.id === chosen}
                      tabIndex={method.id === entry ? 0 : -1}
                      onClick={() => onChoose(method.id)}
                      onFocus={() => setOver(method.id)}
                      onBlur={() => setOver(undefined)}
                      onPointerEnter={() => setOver(method.id)}
                      onPointerLeave={() => setOver(undefined)}
                    >
                      <span>{method.name}</span>
                      {method.hidden !== undefined && method.hidden > 0 && <em>+{method.hidden}</em>}
                    </button>
                  </li>
                );
              })}
            </ul>
          </div>
        </div>
      </section>
      <div className="lineage-zoom card" role="toolbar" aria-label="Zoom">
        <IconButton name="Zoom out" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          <ZoomOut size={16} />
        </IconButton>
        <IconButton name="Zoom in" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
          <ZoomIn size={16} />
        </IconButton>
        <IconButton name="Fit all in" onClick={fit}>
          <Maximize2 size={16} />
        </IconButton>
      </div>
      <DrawingKey {...answer} />
      {line && stepAt && <EvidenceCard step={stepAt} methods={methods} x={line.x} y={line.y} />}
    </main>
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

const AROUND = 26;

/** The room that boxes at some places take, with a margin. */
function boxAround(places: readonly Place[], box: LineageDrawing['box']): Box {
  const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x)) + box.width];
  const [top, bottom] = [Math.min(...places.map(({ y }) => y)), Math.max(...places.map(({ y }) => y))];
  return { x: left - AROUND, y: top - AROUND, width: right - left + 2 * AROUND, height: bottom - top + 2 * AROUND };
}

/** Where a window over some places shows most of them; of those that show as many, the newest. */
function fullest(places: readonly Place[], room: { width: number }, box: LineageDrawing['box']): Place {
  let best: Place = { x: 0, y: 0 };
  let most = 0;
  for (const { x } of places) {
    const seen = places.filter((other) => other.x >= x && other.x + box.width + 2 * AROUND <= x + room.width);
    if (seen.length < most || (seen.length === most && x < best.x)) continue;
    most = seen.length;
    best = { x: x - AROUND, y: Math.min(...seen.map(({ y }) => y)) - AROUND };
  }
  return best;
}

const readable = (zoom: number) => (ZOOMS[zoom] ?? 0) >= READABLE;

/** The largest zoom at which all of the drawing is seen, or the smallest that there is. */
function zoomFor(frame: HTMLElement, { width, height }: Pick<LineageDrawing, 'width' | 'height'>): number {
  const most = Math.min(frame.clientWidth / width, frame.clientHeight / height);
  return Math.max(
    0,
    ZOOMS.findLastIndex((each, place) => each <= most && place <= USUAL_ZOOM),
  );
}

/** "Mar 2025"; where there is little room "Mar", and the year once, in least room for January. */
function monthWords(month: string, narrow: boolean, width: number): string {
  if (month === 'undated') return month;
  if (narrow && month.endsWith('-01') && width < YEAR_TOO) return month.slice(0, 4);
  const words = formatDate(month);
  return narrow && !month.endsWith('-01') ? words.slice(0, 3) : words;
}

interface LinesProps {
  readonly answer: LineageAnswer;
  readonly drawing: LineageDrawing;
  readonly lit: ReturnType<typeof relatives> | undefined;
  readonly at: number | undefined;
  readonly onLine: (step: number | undefined, x: number, y: number) => void;
}

/** The lines below the boxes; the main path and what is looked at lie on top. Each is wider for the pointer than it looks. */
function Lines({ answer: { steps }, drawing: { width, height, lines }, lit, at, onLine }: LinesProps) {
  const rank = (i: number) => (i === at ? 5 : (lit?.steps.has(i) ? 2 : 0) + (steps[i]?.main ? 2 : 1));
  const order = steps
    .map((_, i) => i)
    .filter((i) => (lines[i]?.length ?? 0) > 0)
    .sort((a, b) => rank(a) - rank(b) || a - b);
  return (
    <svg width={width} height={height} className="lineage-lines" aria-hidden="true">
      {order.map((i) => {
        const path = linePath(lines[i] ?? []);
        const classes = ['lineage-line'];
        if (steps[i]?.main) classes.push('lineage-line-main');
        if (steps[i] && isUnsure(steps[i])) classes.push('lineage-line-unsure');
        if (i === at || lit?.steps.has(i)) classes.push('lineage-line-lit');
        else if (lit) classes.push('lineage-dim');
        return (
          <g key={`${steps[i]?.tail} ${steps[i]?.head}`}>
            <path className={classes.join(' ')} d={path} />
            <path
              className="lineage-reach"
              d={path}
              data-step={i}
              onPointerMove={(event) => onLine(i, event.clientX, event.clientY)}
              onPointerLeave={() => onLine(undefined, 0, 0)}
            />
          </g>
        );
      })}
    </svg>
  );
}
