/** Tabs over one panel, as WAI-ARIA describes them: one of them takes the focus, the arrows go from one to the next. */
import './tabs.css';

interface Props<T extends string> {
  /** What the choice is about. */
  readonly label: string;
  /** By name, as they are shown. */
  readonly tabs: Readonly<Record<T, string>>;
  readonly chosen: T;
  /** The ids of the tabs begin with it; that of their panel is `${id}-panel`. */
  readonly id: string;
  readonly onChoose: (tab: T) => void;
}

export function Tabs<T extends string>({ label, tabs, chosen, id, onChoose }: Props<T>) {
  const names = Object.keys(tabs) as T[];
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = names[(names.indexOf(chosen) + step + names.length) % names.length] ?? chosen;
    onChoose(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label}>
      {names.map((name) => (
        <button
          key={name}
          id={`${id}-${name}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={chosen === name}
          aria-controls={`${id}-panel`}
          tabIndex={chosen === name ? 0 : -1}
          onClick={() => onChoose(name)}
          onKeyDown={onKeyDown}
        >
          {tabs[name]}
        </button>
      ))}
    </div>
  );
}
