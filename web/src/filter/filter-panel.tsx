/** Every choice of what is shown, each with how much there is of it. */
import { Play } from 'lucide-react';
import { useId } from 'react';
import { EDGE_TYPES } from '../../../src/model/vocabulary.js';
import type { EdgeType, Stats } from '../api/types.js';
import { filterBy, setPanels } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { EDGE_NAMES, formatCount } from '../ui/words.js';
import { type Filters, toggled } from './filters.js';
import { YearHistogram } from './year-histogram.js';
import './filter.css';

/** Few papers are told apart one by one, many by their order of magnitude. */
const LEAST_PAPERS = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500];

export function FilterPanel({ stats }: { readonly stats: Stats }) {
  const filters = useAppState((state) => state.filters);
  const { years, categories, organizations, communities } = stats.facets;
  return (
    <div className="filter-panel">
      {years.length > 1 && (
        <>
          <YearHistogram counts={years} chosen={filters.years} onChoose={(chosen) => filterBy({ years: chosen })} />
          <button type="button" className="filter-play" onClick={() => setPanels({ film: 'years' })}>
            <Play size={13} aria-hidden="true" />
            Play the years
          </button>
        </>
      )}
      <Types stats={stats} filters={filters} />
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
      <Choice
        name="Community"
        any="All communities"
        choices={communities.map(({ community, name, nodes }) => [String(community), name, nodes])}
        value={filters.community === undefined ? '' : String(filters.community)}
        onChange={(value) => filterBy({ community: value === '' ? undefined : Number(value) })}
      />
      <Choice
        name="Category"
        any="All categories"
        choices={categories.map(({ name, papers }) => [name, name, papers])}
        value={filters.category ?? ''}
        onChange={(value) => filterBy({ category: value || undefined })}
      />
      <Choice
        name="Organization"
        any="All organizations"
        choices={organizations.map(({ name, papers }) => [name, name, papers])}
        value={filters.organization ?? ''}
        onChange={(value) => filterBy({ organization: value || undefined })}
      />
    </div>
  );
}

/** Links to people come only with a closer look at a paper. */
const PEOPLE: readonly EdgeType[] = ['WROTE', 'AFFILIATED_WITH'];

function Types({ stats, filters: { hiddenTypes } }: { readonly stats: Stats; readonly filters: Filters }) {
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
              <span className="legend-count">{formatCount(stats.edges[type] ?? 0)}</span>
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

interface ChoiceProps {
  readonly name: string;
  readonly any: string;
  readonly choices: readonly (readonly [value: string, name: string, count: number])[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({ name, any, choices, value, onChange }: ChoiceProps) {
  if (choices.length === 0) return null;
  const isListed = value === '' || choices.some(([known]) => known === value);
  return (
    <label className="filter-section filter-choice">
      <span className="unseen">{name}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{any}</option>
        {choices.map(([known, text, count]) => (
          <option key={known} value={known}>{`${text} (${formatCount(count)})`}</option>
        ))}
        {!isListed && <option value={value}>{value}</option>}
      </select>
    </label>
  );
}
