/** The years as a film: what papers up to a year, or of one year alone, make of the graph. Moves the filter of years. */
import { Pause, Play, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Facets, Stats } from '../api/types.js';
import { Undated } from '../filter/undated.js';
import { announce, filterBy, setPanels, store } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { duration } from '../theme/theme.js';
import { IconButton } from '../ui/icon-button.js';
import { plural } from '../ui/words.js';
import './timeline.css';

/** A year stands long enough to be seen; for those who asked for less motion, longer. */
const STEP_MS = 1_100;
const CALM_STEP_MS = 2_200;

interface Props {
  readonly stats: Stats;
  readonly facets: Facets | undefined;
}

export function Timeline({ stats, facets }: Props) {
  const open = useAppState((state) => state.panels.film !== undefined);
  const { years } = stats.facets;
  return open && years.length > 1 ? <Film counts={facets?.years ?? years} facets={facets} /> : null;
}

function Film({ counts, facets }: { readonly counts: Facets['years']; readonly facets: Facets | undefined }) {
  const [first = 0, last = 0] = [counts[0]?.year, counts.at(-1)?.year];
  const chosen = useAppState((state) => state.filters.years);
  const alone = useAppState((state) => state.panels.film === 'each-year');
  const [playing, setPlaying] = useState(false);
  const [before] = useState(() => store.getState().filters.years);
  const bar = useRef<HTMLElement>(null);
  const year = Math.max(first, Math.min(last, chosen?.[1] ?? last));

  const show = (to: number, only = alone) => filterBy({ years: [only ? to : first, to] });
  useEffect(() => bar.current?.querySelector('button')?.focus({ preventScroll: true }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each year waits for itself
  useEffect(() => {
    if (!playing) return;
    if (year >= last) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => show(year + 1), duration(STEP_MS) || CALM_STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, year, alone]);
  useEffect(() => {
    announce(`${year}: ${plural(store.getState().visible.nodes, 'node')} shown`);
  }, [year]);

  const papers = counts
    .filter((each) => (alone ? each.year === year : each.year <= year))
    .reduce((sum, each) => sum + each.papers, 0);
  const close = () => {
    // The film is over: what was chosen before it is chosen again.
    filterBy({ years: before });
    setPanels({ film: undefined });
  };
  return (
    <section
      ref={bar}
      className="timeline card"
      data-floats="bottom"
      aria-label="Years"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <IconButton
        name={playing ? 'Pause' : 'Play'}
        onClick={() => {
          if (!playing && year >= last) show(first);
          setPlaying(!playing);
        }}
      >
        {playing ? <Pause size={18} /> : <Play size={18} />}
      </IconButton>
      <p className="timeline-year">{year}</p>
      <input
        type="range"
        aria-label="Year"
        min={first}
        max={last}
        value={year}
        onChange={(event) => {
          setPlaying(false);
          show(Number(event.target.value));
        }}
      />
      <p className="timeline-papers secondary">{plural(papers, 'paper')}</p>
      <Undated facets={facets} />
      <label className="timeline-alone">
        <input
          type="checkbox"
          checked={alone}
          onChange={(event) => {
            setPanels({ film: event.target.checked ? 'each-year' : 'years' });
            show(year, event.target.checked);
          }}
        />
        Each year alone
      </label>
      <IconButton name="Close the years" shortcut="Escape" onClick={close}>
        <X size={18} />
      </IconButton>
    </section>
  );
}
