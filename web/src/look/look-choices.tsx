/** What sizes and colours stand for, to choose in the legend, and what a colour means where it is not the label. */
import type { Stats } from '../api/types.js';
import { toggled } from '../filter/filters.js';
import type { Scene } from '../graph/scene.js';
import { filterBy, setLook } from '../state/store.js';
import { useAppState } from '../state/use-state.js';
import { paletteOf } from '../theme/theme.js';
import { COLOUR_WORDS, COLOURS, SIZE_WORDS, SIZES } from './look.js';
import { yearColour } from './node-look.js';
import './look-choices.css';

/** More would be a list to read, not a legend. */
const MOST_COMMUNITIES = 12;

interface Props {
  readonly stats: Stats;
  readonly scene: Scene | undefined;
}

export function LookChoices({ stats, scene }: Props) {
  const { size, colour } = useAppState((state) => state.look);
  return (
    <div className="look">
      {colour === 'community' && <Communities stats={stats} scene={scene} />}
      {colour === 'year' && <Years scene={scene} />}
      <div className="look-choices">
        <Choice
          name="Size by"
          value={size}
          choices={SIZES.map((each) => [each, SIZE_WORDS[each]] as const)}
          onChange={(value) => setLook({ size: value })}
        />
        <Choice
          name="Colour by"
          value={colour}
          choices={COLOURS.map((each) => [each, COLOUR_WORDS[each]] as const)}
          onChange={(value) => setLook({ colour: value })}
        />
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly choices: readonly (readonly [value: T, words: string])[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ name, value, choices, onChange }: ChoiceProps<T>) {
  return (
    <label className="look-choice">
      <span>{name}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = choices.find(([each]) => each === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {choices.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Each community with its colour; a click shows it alone, on further ones these too, a second one takes it back. */
function Communities({ stats, scene }: Props) {
  const appearance = useAppState((state) => state.appearance);
  const chosen = useAppState((state) => state.filters.communities);
  const palette = paletteOf(appearance);
  const colours = scene?.communityColours ?? new Map<number, number>();
  const named = stats.facets.communities.filter(({ community }) => colours.has(community));
  return (
    <ul className="look-communities">
      {named.slice(0, MOST_COMMUNITIES).map(({ community, name }) => (
        <li key={community}>
          <button
            type="button"
            className="look-community"
            aria-pressed={chosen.has(community)}
            title={
              chosen.has(community) ? `Without ${name}` : chosen.size > 0 ? `With ${name}, too` : `Show only ${name}`
            }
            onClick={() => filterBy({ communities: toggled(chosen, community) })}
          >
            <span
              className="look-swatch"
              style={{ background: palette.communities[colours.get(community) ?? 0] }}
              aria-hidden="true"
            />
            <span className="look-community-name">{name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Years({ scene }: { readonly scene: Scene | undefined }) {
  const appearance = useAppState((state) => state.appearance);
  // The span is another one when other nodes are drawn.
  useAppState((state) => state.visible);
  const palette = paletteOf(appearance);
  const [first, last] = scene?.yearSpan ?? [0, 0];
  if (first === 0) return <p className="look-years secondary">No paper of this graph has a date.</p>;
  const stops = [0, 0.25, 0.5, 0.75, 1].map((share) => yearColour(share, palette)).join(', ');
  return (
    <div className="look-years secondary">
      <span>{first}</span>
      <span className="look-scale" style={{ background: `linear-gradient(to right, ${stops})` }} />
      <span>{last}</span>
    </div>
  );
}
