/** Papers by year as bars; a range is chosen by dragging over them, or by the two handles below with the keyboard. */
import { type PointerEvent, useRef } from 'react';
import type { Stats } from '../api/types.js';
import { plural } from '../ui/words.js';

type Years = readonly [number, number];

interface Props {
  readonly counts: Stats['facets']['years'];
  readonly chosen: Years | undefined;
  readonly onChoose: (years: Years | undefined) => void;
}

const HEIGHT = 40;

export function YearHistogram({ counts, chosen, onChoose }: Props) {
  const begun = useRef<number>(undefined);
  const first = counts[0]?.year ?? 0;
  const last = counts.at(-1)?.year ?? first;
  const [from, to] = chosen ?? [first, last];
  const most = Math.max(1, ...counts.map(({ papers }) => papers));
  const span = last - first + 1;

  const choose = (a: number, b: number) => {
    const years: Years = [Math.max(first, Math.min(a, b)), Math.min(last, Math.max(a, b))];
    onChoose(years[0] === first && years[1] === last ? undefined : years);
  };
  const yearAt = ({ currentTarget, clientX }: PointerEvent<SVGSVGElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return first + Math.min(span - 1, Math.max(0, Math.floor(((clientX - left) / width) * span)));
  };
  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    begun.current = yearAt(event);
    choose(begun.current, begun.current);
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    if (begun.current !== undefined) choose(begun.current, yearAt(event));
  };

  return (
    <fieldset className="filter-section">
      <legend>
        Years <output>{from === to ? from : `${from}–${to}`}</output>
      </legend>
      <svg
        className="years-bars"
        viewBox={`0 0 ${span} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          begun.current = undefined;
        }}
      >
        {counts.map(({ year, papers }) => {
          const height = Math.max(1.5, HEIGHT * Math.sqrt(papers / most));
          return (
            <rect
              key={year}
              className={from <= year && year <= to ? 'years-bar' : 'years-bar years-bar-out'}
              x={year - first + 0.08}
              width={0.84}
              y={HEIGHT - height}
              height={height}
            >
              <title>{`${year}: ${plural(papers, 'paper')}`}</title>
            </rect>
          );
        })}
      </svg>
      <div className="years-handles">
        <input
          type="range"
          aria-label="First year"
          min={first}
          max={last}
          value={from}
          onChange={(event) => choose(Math.min(Number(event.target.value), to), to)}
        />
        <input
          type="range"
          aria-label="Last year"
          min={first}
          max={last}
          value={to}
          onChange={(event) => choose(from, Math.max(Number(event.target.value), from))}
        />
      </div>
    </fieldset>
  );
}
