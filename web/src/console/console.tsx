/** The console: on one side the question (in Cypher, ready made, or an earlier one), on the other its answer. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { ApiError } from '../api/errors.js';
import type { NamedQuery, Stats } from '../api/types.js';
import type { Scene } from '../graph/scene.js';
import { setPanels } from '../state/store.js';
import { IconButton } from '../ui/icon-button.js';
import { Tabs } from '../ui/tabs.js';
import { AnswerView } from './answer-view.js';
import type { Mistake } from './editor.js';
import {
  addFavourite,
  type Favourites,
  rememberedFavourites,
  rememberedQueries,
  rememberQuery,
  removeFavourite,
} from './kept.js';
import { QuestionGallery } from './question-gallery.js';
import { RecentQueries } from './recent-queries.js';
import { type Question, useQuestion } from './use-question.js';
import { WriteQuery } from './write-query.js';
import './console.css';

interface Props {
  readonly open: boolean;
  readonly scene: Scene | undefined;
  readonly stats: Stats;
}

const TABS = { questions: 'Questions', cypher: 'Cypher', recent: 'Recent' } as const;
type Tab = keyof typeof TABS;

export function Console({ open, scene, stats }: Props) {
  const [tab, setTab] = useState<Tab>('questions');
  const [text, setText] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [queries, setQueries] = useState(rememberedQueries);
  const [kept, setKept] = useState(rememberedFavourites);
  const favourites: Favourites = {
    all: kept,
    add: (favourite) => setKept(addFavourite(favourite)),
    remove: (cypher) => setKept(removeFavourite(cypher)),
  };
  const [tall, setTall] = useState(false);
  const { answer, ask, cancel } = useQuestion();
  const panel = useRef<HTMLElement>(null);
  const id = useId();

  // Who opens it by a key goes on here; who closes it goes back to where they were.
  const before = useRef<Element>(null);
  useEffect(() => {
    if (open) {
      before.current = document.activeElement;
      panel.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    } else if (before.current instanceof HTMLElement) {
      before.current.focus();
      before.current = null;
    }
  }, [open]);

  const runReady = (cypher: string, parameters: Question['parameters']) => {
    void ask({ cypher, parameters, ready: true });
  };
  const runWritten = (parameters: Question['parameters']) => {
    if (text.trim() === '') return;
    setQueries(rememberQuery(text));
    void ask({ cypher: text, parameters, ready: false });
  };
  const write = (cypher: string, parameters = typed) => {
    setText(cypher);
    setTyped(parameters);
    setTab('cypher');
  };
  const edit = ({ cypher, parameters }: NamedQuery) =>
    write(cypher, Object.fromEntries(parameters.map(({ name, default: value }) => [name, JSON.stringify(value)])));

  // Marked only as long as the text is the one that failed.
  const mistake = useMemo((): Mistake | undefined => {
    if (answer.state !== 'failed' || answer.question.cypher !== text) return undefined;
    const { error } = answer;
    return error instanceof ApiError && error.place ? { message: error.message, ...error.place } : undefined;
  }, [answer, text]);

  return (
    <section
      ref={panel}
      className={tall ? 'console console-tall card' : 'console card'}
      aria-label="Console"
      hidden={!open}
      data-floats="bottom"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        setPanels({ drawer: undefined });
      }}
    >
      <header className="console-top">
        <Tabs label="How to ask" tabs={TABS} chosen={tab} id={id} onChoose={setTab} />
        <div className="console-buttons">
          <IconButton
            name={tall ? 'Make the console lower' : 'Make the console higher'}
            aria-expanded={tall}
            onClick={() => setTall(!tall)}
          >
            {tall ? <ChevronDown size={18} /> : <ChevronUp size={18} />}
          </IconButton>
          <IconButton name="Close the console" shortcut="Escape" onClick={() => setPanels({ drawer: undefined })}>
            <X size={18} />
          </IconButton>
        </div>
      </header>
      <div className="console-body">
        <div id={`${id}-panel`} className="console-question" role="tabpanel" aria-labelledby={`${id}-${tab}`}>
          <div className="console-pane" hidden={tab !== 'questions'}>
            <QuestionGallery
              running={answer.state === 'running'}
              favourites={favourites}
              onChoose={write}
              onRun={runReady}
              onCancel={cancel}
              onEdit={edit}
            />
          </div>
          {tab === 'cypher' && (
            <WriteQuery
              text={text}
              typed={typed}
              stats={stats}
              mistake={mistake}
              running={answer.state === 'running'}
              queries={queries}
              favourites={favourites}
              onChange={setText}
              onType={setTyped}
              onRun={runWritten}
              onCancel={cancel}
            />
          )}
          {tab === 'recent' && (
            <RecentQueries queries={queries} favourites={favourites} onChoose={(query) => write(query)} />
          )}
        </div>
        <AnswerView answer={answer} scene={scene} onMore={ask} />
      </div>
    </section>
  );
}
