/** The questions that are ready to ask: found by their words, and each a form with its parameters. */
import { ArrowLeft } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { api } from '../api/client.js';
import { explain } from '../api/errors.js';
import type { NamedQuery } from '../api/types.js';
import { useRequest } from '../state/use-request.js';
import { Message } from '../ui/message.js';
import type { Favourites } from './kept.js';
import { RunButton } from './run-button.js';
import { StarButton } from './star-button.js';

interface Props {
  readonly running: boolean;
  readonly favourites: Favourites;
  /** Goes on with a favourite. */
  readonly onChoose: (cypher: string, typed: Readonly<Record<string, string>>) => void;
  readonly onRun: (cypher: string, parameters: Readonly<Record<string, unknown>>) => void;
  readonly onCancel: () => void;
  readonly onEdit: (query: NamedQuery) => void;
}

export function QuestionGallery(props: Props) {
  const [request, again] = useRequest(api.queries);
  const [wanted, setWanted] = useState('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<NamedQuery>();
  if (request.state === 'failed')
    return (
      <Message title="The questions could not be loaded" action={{ name: 'Try again', run: again }} urgent>
        {explain(request.error)}
      </Message>
    );
  if (request.state === 'loading') return <p className="console-hint secondary">Loading the questions…</p>;
  if (chosen) return <QuestionForm key={chosen.name} query={chosen} onBack={() => setChosen(undefined)} {...props} />;
  const words = wanted.toLowerCase().split(/\s+/);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const found = request.value.queries.filter(({ title, answers }) => has(`${title} ${answers}`));
  // The star goes with its favourite: who took it away by a key goes on in the field above.
  const remove = (cypher: string) => {
    props.favourites.remove(cypher);
    field.current?.focus();
  };
  const kept = props.favourites.all.filter(({ name, cypher }) => has(`${name} ${cypher}`));
  return (
    <>
      <input
        ref={field}
        type="search"
        className="console-search"
        aria-label="Find a question"
        placeholder="Find a question"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {kept.length > 0 && (
        <section aria-labelledby={`${id}-favourites`}>
          <h2 id={`${id}-favourites`} className="console-part">
            Favourites
          </h2>
          <ul className="console-list">
            {kept.map(({ name, cypher, typed }) => (
              <li key={name} className="console-kept">
                <button type="button" className="console-choice" onClick={() => props.onChoose(cypher, typed)}>
                  {name}
                </button>
                <StarButton cypher={cypher} favourites={{ ...props.favourites, remove }} />
              </li>
            ))}
          </ul>
          <h2 className="console-part">Ready to ask</h2>
        </section>
      )}
      {found.length + kept.length === 0 && (
        <p className="console-hint secondary">No question has these words. Try fewer, or write it in Cypher.</p>
      )}
      <ul className="console-list">
        {found.map((query) => (
          <li key={query.name}>
            <button type="button" className="console-choice" onClick={() => setChosen(query)}>
              {query.title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

type Parameter = NamedQuery['parameters'][number];
type Value = Parameter['default'];

function QuestionForm({
  query,
  running,
  onBack,
  onRun,
  onCancel,
  onEdit,
}: Props & { readonly query: NamedQuery; readonly onBack: () => void }) {
  const [values, setValues] = useState<Readonly<Record<string, Value>>>(() =>
    Object.fromEntries(query.parameters.map((parameter) => [parameter.name, parameter.default])),
  );
  return (
    <form
      className="console-form"
      onSubmit={(event) => {
        event.preventDefault();
        onRun(query.cypher, values);
      }}
    >
      {/* biome-ignore lint/a11y/noAutofocus: the form takes the place of the button that was pressed */}
      <button type="button" className="connect-button" onClick={onBack} autoFocus>
        <ArrowLeft size={14} aria-hidden="true" />
        All questions
      </button>
      <h2 className="console-title">{query.title}</h2>
      <p className="secondary">{query.answers}</p>
      <div className="console-fields">
        {query.parameters.map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            value={values[parameter.name] ?? parameter.default}
            onChange={(value) => setValues({ ...values, [parameter.name]: value })}
          />
        ))}
      </div>
      <div className="console-run">
        <RunButton running={running} onCancel={onCancel} />
        <button
          type="button"
          className="console-quiet"
          onClick={() =>
            onEdit({
              ...query,
              parameters: query.parameters.map((each) => ({ ...each, default: values[each.name] ?? each.default })),
            })
          }
        >
          Edit as Cypher
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly parameter: Parameter;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function ParameterField({ parameter: { name, type, description }, value, onChange }: FieldProps) {
  const [typed, setTyped] = useState(String(value));
  if (type === 'boolean')
    return (
      <label className="console-check">
        <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
        <span>
          <span className="console-field-name">{name}</span> <span className="secondary">{description}</span>
        </span>
      </label>
    );
  const number = type !== 'string';
  return (
    <label className="console-field">
      <span>
        <span className="console-field-name">{name}</span> <span className="secondary">{description}</span>
      </span>
      <input
        type={number ? 'number' : 'text'}
        step={type === 'integer' ? 1 : 'any'}
        required={number}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(number ? event.target.valueAsNumber : event.target.value);
        }}
      />
    </label>
  );
}
