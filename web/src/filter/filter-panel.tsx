/** Every choice of what is shown, each with how much there is of it. */
import { Play } from 'lucide-react';
import { useId } from 'react';
import { EDGE_TYPES } from '../../../src/model/vocabulary.js';
import type { EdgeType, Facets, Stats } from '../api/types.js';
import { filterBy, setPanels } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { EDGE_NAMES, formatCount } from '../ui/words.js';
import { type Choice, ChoiceList } from './choice-list.js';
import { type Filters, toggled } from './filters.js';
import { Undated } from './undated.js';
import { YearHistogram } from './year-histogram.js';
import './filter.css';

/** Few papers are told apart one by one, many by their order of magnitude. */
const LEAST_PAPERS = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500];

interface Props {
  readonly stats: Stats;
  /** Undefined where they cannot be counted. */
  readonly facets: Facets | undefined;
}

export function FilterPanel({ stats, facets }: Props) {
  const filters = useAppState((state) => state.filters);
  const { communities } = stats.facets;
  const years = facets?.years ?? stats.facets.years;
  return (
    <div className="filter-panel">
      {years.length > 1 && (
        <>
          <YearHistogram counts={years} chosen={filters.years} onChoose={(chosen) => filterBy({ years: chosen })} />
          <Undated facets={facets} />
          <button type="button" className="filter-play" onClick={() => setPanels({ film: 'years' })}>
            <Play size={13} aria-hidden="true" />
            Play the years
          </button>
        </>
      )}
      <Types stats={stats} facets={facets} filters={filters} />
      <Slider
        name="Sure at least"
        steps={[0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]}
        value={filters.leastConfidence}
        say={(value) => (value === 0 ? 'any' : `${Math.round(100 * value)} %`)}
        onChange={(leastConfidence) => filterBy({ leastConfidence })}
      />
      <Slider
        name="In at least"
        steps={LEAST_PAPERS}
        value={filters.leastPapers}
        say={(value) => (value === 1 ? '1 paper' : `${value} papers`)}
        onChange={(leastPapers) => filterBy({ leastPapers })}
      />
      <ChoiceList
        name="Communities"
        choices={choicesOf(
          communities.map(({ community, name }) => [community, name] as const),
          filters.communities,
          (value) => `community ${value}`,
          facets && new Map(facets.communities.map(({ community, nodes }) => [community, nodes])),
        )}
        chosen={filters.communities}
        onToggle={(value) => filterBy({ communities: toggled(filters.communities, value) })}
      />
      {(['categories', 'organizations'] as const).map((kind) => (
        <ChoiceList
          key={kind}
          name={kind === 'categories' ? 'Categories' : 'Organizations'}
          choices={choicesOf(
            stats.facets[kind].map(({ name }) => [name, name] as const),
            filters[kind],
            (value) => value,
            facets && new Map(facets[kind].map(({ name, papers }) => [name, papers])),
          )}
          chosen={filters[kind]}
          onToggle={(value) => filterBy({ [kind]: toggled(filters[kind], value) })}
        />
      ))}
    </div>
  );
}

/** What is offered, and what an address chose besides, each with its count. */
function choicesOf<T>(
  offered: readonly (readonly [value: T, name: string])[],
  chosen: ReadonlySet<T>,
  nameOf: (value: T) => string,
  counts: ReadonlyMap<T, number> | undefined,
): Choice<T>[] {
  const known = new Set(offered.map(([value]) => value));
  const others = [...chosen].filter((value) => !known.has(value)).map((value) => [value, nameOf(value)] as const);
  return [...offered, ...others].map(([value, name]) => ({ value, name, count: counts && (counts.get(value) ?? 0) }));
}

/** Links to people come only with a closer look at a paper. */
const PEOPLE: readonly EdgeType[] = ['WROTE', 'AFFILIATED_WITH'];

function Types({ stats, facets, filters: { hiddenTypes } }: Props & { readonly filters: Filters }) {
  const types = EDGE_TYPES.filter((type) => (stats.edges[type] ?? 0) > 0 && !PEOPLE.includes(type));
  return (
    <fieldset className="filter-section">
      <legend>Links</legend>
      <ul className="filter-types">
        {types.map((type) => (
          <li key={type}>
            <label className="filter-type">
              <input
                type="checkbox"
                checked={!hiddenTypes.has(type)}
                onChange={() => filterBy({ hiddenTypes: toggled(hiddenTypes, type) })}
              />
              <span>{EDGE_NAMES[type]}</span>
              <span className="legend-count">{facets ? formatCount(facets.types[type]) : '–'}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface SliderProps {
  readonly name: string;
  readonly steps: readonly number[];
  readonly value: number;
  readonly say: (value: number) => string;
  readonly onChange: (value: number) => void;
}

function Slider({ name, steps, value, say, onChange }: SliderProps) {
  const id = useId();
  // A value from an address may lie between two steps.
  const at = Math.max(
    0,
    steps.findLastIndex((step) => step <= value),
  );
  return (
    <div className="filter-section filter-slider">
      <label htmlFor={id}>{name}</label>
      <output htmlFor={id}>{say(value)}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={steps.length - 1}
        value={at}
        aria-valuetext={say(value)}
        onChange={(event) => onChange(steps[Number(event.target.value)] ?? value)}
      />
    </div>
  );
}
