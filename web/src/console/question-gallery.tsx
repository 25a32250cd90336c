/** The questions that are ready to ask: found by their words, and each a form with its parameters. */
import { ArrowLeft } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { explain } from '../api/errors.js';
import type { NamedQuery } from '../api/types.js';
import { wayOn } from '../api/way-on.js';
import { setAsking } from '../state/store.js';
import type { Request } from '../state/use-request.js';
import { useAppState } from '../state/use-state.js';
import { Message } from '../ui/message.js';
import type { Ready, Typed } from './asking.js';
import type { Favourites } from './kept.js';
import { parametersOfReady } from './ready.js';
import { RunButton } from './run-button.js';
import { StarButton } from './star-button.js';

interface Props {
  readonly request: Request<{ readonly queries: readonly NamedQuery[] }>;
  readonly onAgain: () => void;
  readonly running: boolean;
  readonly favourites: Favourites;
  /** Goes on with a favourite. */
  readonly onChoose: (cypher: string, typed: Typed) => void;
  readonly onRun: (form: Ready) => void;
  readonly onCancel: () => void;
  readonly onEdit: (query: NamedQuery, parameters: Readonly<Record<string, unknown>>) => void;
}

export function QuestionGallery(props: Props) {
  const { request, onAgain } = props;
  const [wanted, setWanted] = useState('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const form = useAppState((state) => state.asking.form);
  if (request.state === 'failed')
    return (
      <Message title="The questions could not be loaded" action={wayOn(request.error, onAgain)} urgent>
        {explain(request.error)}
      </Message>
    );
  if (request.state === 'loading') return <p className="console-hint secondary">Loading the questions…</p>;
  const chosen = request.value.queries.find(({ name }) => name === form?.question);
  if (form && chosen) return <QuestionForm key={chosen.name} query={chosen} form={form} {...props} />;
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
            <button
              type="button"
              className="console-choice"
              onClick={() => setAsking({ form: { question: query.name, typed: {} } })}
            >
              {query.title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

type Parameter = NamedQuery['parameters'][number];

interface FormProps extends Props {
  readonly query: NamedQuery;
  readonly form: Ready;
}

function QuestionForm({ query, form, running, onRun, onCancel, onEdit }: FormProps) {
  const type = (parameter: Parameter, text: string) => {
    const { [parameter.name]: _before, ...others } = form.typed;
    const isUsual = text === String(parameter.default);
    setAsking({ form: { ...form, typed: isUsual ? others : { ...others, [parameter.name]: text } } });
  };
  return (
    <form
      className="console-form"
      onSubmit={(event) => {
        event.preventDefault();
        onRun(form);
      }}
    >
      <button
        type="button"
        className="quiet-button"
        onClick={() => setAsking({ form: undefined })}
        // biome-ignore lint/a11y/noAutofocus: the form takes the place of the button that was pressed
        autoFocus
      >
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
            typed={form.typed[parameter.name] ?? String(parameter.default)}
            onType={(text) => type(parameter, text)}
          />
        ))}
      </div>
      <div className="console-run">
        <RunButton running={running} onCancel={onCancel} />
        <button
          type="button"
          className="console-quiet"
          onClick={() => onEdit(query, parametersOfReady(query, form.typed))}
        >
          Edit as Cypher
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly parameter: Parameter;
  readonly typed: string;
  readonly onType: (text: string) => void;
}

function ParameterField({ parameter: { name, type, description }, typed, onType }: FieldProps) {
  if (type === 'boolean')
    return (
      <label className="console-check">
        <input type="checkbox" checked={typed === 'true'} onChange={(event) => onType(String(event.target.checked))} />
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
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  );
}
