/** The console: on one side the question (in Cypher, ready made, or an earlier one), on the other its answer. */
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { api } from '../api/client.js';
import { ApiError } from '../api/errors.js';
import type { NamedQuery, Stats } from '../api/types.js';
import type { Scene } from '../graph/scene.js';
import { notify, setAsking, setPanels } from '../state/store.js';
import { useRequest } from '../state/use-request.js';
import { useAppState } from '../state/use-state.js';
import { IconButton } from '../ui/icon-button.js';
import { Tabs } from '../ui/tabs.js';
import { AnswerView } from './answer-view.js';
import { NEW_ANSWER, type Ready, TABS, type Typed } from './asking.js';
import type { Mistake } from './editor.js';
import {
  addFavourite,
  type Favourites,
  rememberedFavourites,
  rememberedQueries,
  rememberQuery,
  removeFavourite,
} from './kept.js';
import { parametersOf, readValue } from './parameters.js';
import { QuestionGallery } from './question-gallery.js';
import { parametersOfReady } from './ready.js';
import { RecentQueries } from './recent-queries.js';
import { ALL_ROWS, MOST_ROWS, useQuestion } from './use-question.js';
import { WriteQuery } from './write-query.js';
import './console.css';

interface Props {
  readonly open: boolean;
  readonly scene: Scene | undefined;
  readonly stats: Stats;
}

export function Console({ open, scene, stats }: Props) {
  const { tab, written, asked, all } = useAppState((state) => state.asking);
  const { cypher: text, typed } = written;
  const [questions, askAgain] = useRequest(api.queries);
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

  // A written query is not asked again when the ready ones have come.
  const known = asked && 'question' in asked && questions.state === 'ready' ? questions.value.queries : undefined;
  // What a reader asks, and what a link says was asked.
  useEffect(() => {
    if (!asked) return;
    const rows = all ? ALL_ROWS : MOST_ROWS;
    if ('cypher' in asked) {
      const parameters = Object.fromEntries(
        parametersOf(asked.cypher).map((name) => [name, readValue(asked.typed[name] ?? '')]),
      );
      void ask({ cypher: asked.cypher, parameters, ready: false }, rows);
      return;
    }
    const query = known?.find(({ name }) => name === asked.question);
    if (!known) return;
    if (query) void ask({ cypher: query.cypher, parameters: parametersOfReady(query, asked.typed), ready: true }, rows);
    else {
      setAsking({ asked: undefined, ...NEW_ANSWER });
      notify({ text: 'The question of this link is not among those of this version.', state: 'failed' });
    }
  }, [asked, all, known, ask]);

  const runReady = (form: Ready) => setAsking({ asked: { ...form }, ...NEW_ANSWER });
  const runWritten = () => {
    if (text.trim() === '') return;
    setQueries(rememberQuery(text));
    const names = new Set(parametersOf(text));
    const used = Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)));
    setAsking({ written: { cypher: text, typed: used }, asked: { cypher: text, typed: used }, ...NEW_ANSWER });
  };
  const giveUp = () => {
    cancel();
    setAsking({ asked: undefined, ...NEW_ANSWER });
  };
  const write = (cypher: string, parameters: Typed = typed) =>
    setAsking({ tab: 'cypher', written: { cypher, typed: parameters } });
  const edit = ({ cypher }: NamedQuery, parameters: Readonly<Record<string, unknown>>) =>
    write(cypher, Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, JSON.stringify(value)])));

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
        <Tabs label="How to ask" tabs={TABS} chosen={tab} id={id} onChoose={(chosen) => setAsking({ tab: chosen })} />
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
              request={questions}
              onAgain={askAgain}
              running={answer.state === 'running'}
              favourites={favourites}
              onChoose={write}
              onRun={runReady}
              onCancel={giveUp}
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
              onChange={(cypher) => setAsking({ written: { cypher, typed } })}
              onType={(next) => setAsking({ written: { cypher: text, typed: next } })}
              onRun={runWritten}
              onCancel={giveUp}
            />
          )}
          {tab === 'recent' && (
            <RecentQueries queries={queries} favourites={favourites} onChoose={(query) => write(query)} />
          )}
        </div>
        <AnswerView answer={answer} scene={scene} stats={stats} />
      </div>
    </section>
  );
}
