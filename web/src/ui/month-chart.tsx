/** Papers that speak of a method, month by month: a bar each, those that introduce, compare or test it darker. */
import type { NodeDetail } from '../api/types.js';
import { formatDate, plural } from './words.js';
import './month-chart.css';

const HEIGHT = 56;
/** Where there is room for it, a bar with the gap beside it takes so many pixels. */
const BAR = 18;
/** More months than these are drawn as years. */
const MOST = 60;

type Month = NonNullable<NodeDetail['timeline']>[number];

export function MonthChart({ months }: { readonly months: readonly Month[] }) {
  const bars = months.length > MOST ? byYear(months) : months;
  const counts = bars.map(total);
  const most = Math.max(1, ...counts);
  const width = bars.length * BAR;
  const first = bars[0]?.month ?? '';
  const last = bars.at(-1)?.month ?? '';
  const words = `${plural(
    counts.reduce((sum, count) => sum + count, 0),
    'paper',
  )} from ${formatDate(first)} to ${formatDate(last)}`;
  return (
    <figure className="month-chart" aria-label={words}>
      <div className="month-chart-bars" style={{ maxWidth: width, height: HEIGHT }}>
        {bars.map((bar, i) => {
          const count = counts[i] ?? 0;
          const strong = bar.introduces + bar.compares_with + bar.evaluates_on;
          return (
            <span
              key={bar.month}
              title={`${formatDate(bar.month)}: ${plural(count, 'paper')}`}
              style={{ height: count === 0 ? 1 : Math.max(3, (count / most) * HEIGHT) }}
            >
              <i style={{ height: count === 0 ? 0 : `${(strong / count) * 100}%` }} />
            </span>
          );
        })}
      </div>
      <figcaption style={{ maxWidth: Math.max(width, 180) }}>
        <span>{formatDate(first)}</span>
        {first !== last && <span>{formatDate(last)}</span>}
      </figcaption>
    </figure>
  );
}

function total({ month: _, ...roles }: Month): number {
  return Object.values(roles).reduce((sum, count) => sum + count, 0);
}

function byYear(months: readonly Month[]): Month[] {
  const years = new Map<string, Month>();
  for (const { month, ...roles } of months) {
    const year = month.slice(0, 4);
    const known = years.get(year) ?? {
      month: year,
      introduces: 0,
      compares_with: 0,
      evaluates_on: 0,
      uses: 0,
      studies: 0,
    };
    years.set(year, {
      month: year,
      introduces: known.introduces + roles.introduces,
      compares_with: known.compares_with + roles.compares_with,
      evaluates_on: known.evaluates_on + roles.evaluates_on,
      uses: known.uses + roles.uses,
      studies: known.studies + roles.studies,
    });
  }
  return [...years.values()];
}
