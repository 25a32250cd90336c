/** The drawing: months from left to right, a box for each method, a line for each step, the main path in the accent. */
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { linePath } from '../../../src/model/line-path.js';
import type { LineageDrawing } from '../../../src/model/lineage.js';
import { IconButton } from '../ui/icon-button.js';
import { formatDate } from '../ui/words.js';
import { EvidenceCard } from './evidence-card.js';
import type { LineageAnswer } from './lineage-api.js';
import { relatives } from './relatives.js';
import { whenWords } from './words.js';

interface Props {
  readonly answer: LineageAnswer;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

const ZOOMS = [0.25, 0.35, 0.5, 0.7, 1, 1.4];
/** Below this a month has no room for its year. */
const NARROW = 0.5;
/** A step less sure than this is a broken line. */
const UNSURE = 0.3;
const USUAL_ZOOM = ZOOMS.indexOf(1);
/** From here on names are read without coming closer. */
const READABLE = 0.7;

export function Drawing({ answer, chosen, onChoose }: Props) {
  const { methods, steps, drawing } = answer;
  const scroll = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(USUAL_ZOOM);
  const [over, setOver] = useState<string>();
  const [line, setLine] = useState<{ step: number; x: number; y: number }>();
  const lit = useMemo(() => (over === undefined ? undefined : relatives(answer, over)), [answer, over]);
  const scale = ZOOMS[zoom] ?? 1;

  // One begins at the method asked about.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it is first drawn
  useLayoutEffect(() => {
    const frame = scroll.current;
    const place =
      drawing?.methods[
        Math.max(
          0,
          methods.findIndex(({ id }) => id === answer.of),
        )
      ];
    if (!frame || !drawing || !place) return;
    const fitting = zoomFor(frame, drawing);
    if (fitting < USUAL_ZOOM && (ZOOMS[fitting] ?? 0) >= READABLE) {
      // A little smaller, and one sees all of it.
      setZoom(fitting);
      return;
    }
    frame.scrollLeft = place.x + drawing.box.width / 2 - frame.clientWidth * (answer.of === undefined ? 1 : 0.4);
    frame.scrollTop = place.y - frame.clientHeight / 2;
  }, []);

  if (!drawing) return null;
  const { width, height, box, months } = drawing;
  const fit = () => {
    if (scroll.current) setZoom(zoomFor(scroll.current, drawing));
  };
  const stepAt = line && steps[line.step];
  return (
    <main className="lineage-drawing">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section ref={scroll} className="lineage-scroll" tabIndex={0} aria-label="Drawing of the lineage">
        <div className="lineage-months" style={{ width: width * scale }} aria-hidden="true">
          {months.map(({ month, x, width: columns }, place) => (
            <span key={month} style={{ left: x * scale, width: columns * scale, paddingLeft: 30 * scale }}>
              <b>{monthWords(month, scale < NARROW && place > 0)}</b>
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
            <ul aria-label="Methods">
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
      {line && stepAt && <EvidenceCard step={stepAt} methods={methods} x={line.x} y={line.y} />}
    </main>
  );
}

/** The largest zoom at which all of the drawing is seen, or the smallest that there is. */
function zoomFor(frame: HTMLElement, { width, height }: LineageDrawing): number {
  const most = Math.min(frame.clientWidth / width, frame.clientHeight / height);
  return Math.max(
    0,
    ZOOMS.findLastIndex((each) => each <= most),
  );
}

/** "Mar 2025"; where there is little room "Mar", and the year once. */
function monthWords(month: string, narrow: boolean): string {
  if (month === 'undated') return month;
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
        if ((steps[i]?.confidence ?? 1) < UNSURE) classes.push('lineage-line-unsure');
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
