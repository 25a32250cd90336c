/** What the colours and shapes mean, how many there are of each, and a switch for each. */
import { ChevronDown, SlidersHorizontal } from 'lucide-react';
import { useId } from 'react';
import { DRAWN_AT_FIRST } from '../../../src/serve/schemas.js';
import type { Facets, NodeLabel, Stats } from '../api/types.js';
import { FilterPanel } from '../filter/filter-panel.js';
import { toggled } from '../filter/filters.js';
import type { Scene } from '../graph/scene.js';
import { LookChoices } from '../look/look-choices.js';
import { announce, filterBy, setPanels } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { HIDDEN_AT_FIRST, LABELS } from '../theme/palette.js';
import { Glyph } from '../ui/glyph.js';
import { formatCount, LABEL_PLURALS } from '../ui/words.js';
import './legend.css';

interface Props {
  readonly stats: Stats;
  /** Undefined where they cannot be counted. */
  readonly facets: Facets | undefined;
  readonly scene: Scene | undefined;
}

export function Legend({ stats, facets, scene }: Props) {
  const { legend: choice, filters: filtering } = useAppState((state) => state.panels);
  const selected = useAppState((state) => state.selection !== undefined);
  const asking = useAppState((state) => state.panels.drawer !== undefined);
  // Where the window is narrow, or a drawer takes its room and no filters are in use, it steps back, until the reader
  // says otherwise.
  const open =
    choice ??
    !((asking && !filtering) || window.matchMedia(selected ? '(max-width: 1280px)' : '(max-width: 700px)').matches);
  const hidden = useAppState((state) => state.filters.hiddenLabels);
  const byLabel = useAppState((state) => state.look.colour === 'label');
  const body = useId();
  const filters = useId();
  const inPart = LABELS.reduce((sum, label) => sum + (stats.nodes[label] ?? 0), 0) > DRAWN_AT_FIRST;
  const labels = LABELS.filter((label) => (stats.nodes[label] ?? 0) > 0);
  return (
    <section className="legend card" data-floats="side" aria-label="Legend">
      <button
        type="button"
        className="legend-heading"
        aria-expanded={open}
        aria-controls={body}
        onClick={() => setPanels({ legend: !open })}
      >
        <span>Legend</span>
        <span className="legend-summary" aria-hidden="true">
          {!open && labels.filter((label) => !hidden.has(label)).map((label) => <Glyph key={label} label={label} />)}
        </span>
        <ChevronDown size={16} className="legend-chevron" aria-hidden="true" />
      </button>
      <div id={body} hidden={!open}>
        <ul className={byLabel ? 'legend-labels' : 'legend-labels legend-plain'}>
          {labels.map((label) => (
            <li key={label}>
              <label className="legend-row" data-label={label} title={titleOf(label, hidden.has(label))}>
                <input
                  type="checkbox"
                  className="unseen"
                  checked={!hidden.has(label)}
                  onChange={() => {
                    filterBy({ hiddenLabels: toggled(hidden, label) });
                    announce(`${LABEL_PLURALS[label]} ${hidden.has(label) ? 'shown' : 'hidden'}`);
                  }}
                />
                <span
                  className={label === 'Paper' ? 'legend-mark legend-mark-square' : 'legend-mark'}
                  aria-hidden="true"
                />
                <span className="legend-name">{LABEL_PLURALS[label]}</span>
                {hidden.has(label) && <span className="legend-off">off</span>}
                <span className="legend-count">{facets ? formatCount(facets.labels[label]) : '–'}</span>
              </label>
            </li>
          ))}
        </ul>
        <ul className="legend-lines secondary">
          <li>
            <svg width="28" height="10" aria-hidden="true">
              <path d="M0 5H20" stroke="var(--ink)" strokeWidth="1.6" />
              <path d="M19 1l8 4-8 4z" fill="var(--ink)" />
            </svg>
            builds on
          </li>
          <li>
            <svg width="28" height="10" aria-hidden="true">
              <path d="M0 2.500H28" stroke="var(--ink)" strokeWidth="1.2" opacity="0.75" />
              <path d="M0 7.500H28" stroke="var(--ink)" strokeWidth="1.2" opacity="0.22" />
            </svg>
            fainter: less certain
          </li>
          {stats.communities > 0 && (
            <li>
              <svg width="28" height="12" aria-hidden="true">
                <rect width="28" height="12" rx="5" fill="var(--ink)" opacity="0.14" />
              </svg>
              a community, by its terms
            </li>
          )}
          {inPart && (
            <li>
              <svg width="28" height="10" aria-hidden="true">
                <path d="M0 5H28" stroke="var(--ink)" strokeWidth="0.8" opacity="0.35" />
              </svg>
              often named together
            </li>
          )}
        </ul>
        <LookChoices stats={stats} scene={scene} />
        <button
          type="button"
          className="legend-more"
          aria-expanded={filtering}
          aria-controls={filters}
          // Who uses it is not to see it fold under the pointer.
          onClick={() => setPanels({ filters: !filtering, ...(asking ? { legend: true } : {}) })}
        >
          <SlidersHorizontal size={15} aria-hidden="true" />
          {filtering ? 'Fewer filters' : 'More filters'}
        </button>
        <div id={filters}>{filtering && <FilterPanel stats={stats} facets={facets} />}</div>
      </div>
    </section>
  );
}

/** What a click does, and why what is off at first is. */
function titleOf(label: NodeLabel, isHidden: boolean): string {
  const name = LABEL_PLURALS[label];
  if (!isHidden) return `Hide ${name.toLowerCase()}`;
  if (!HIDDEN_AT_FIRST.includes(label)) return `${name} are hidden. Click to show them.`;
  return `${name} are off at first, as they tie everything together. Click to show those of the papers that you look at.`;
}
