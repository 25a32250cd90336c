/** The field in which Cypher is written: coloured, completed from the graph at hand, with the mistake marked where it is. */
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, placeholder, tooltips } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { Stats } from '../api/types.js';
import { completionFor } from './completion.js';
import { editorTheme } from './editor-theme.js';
import { cypherLanguage } from './language.js';
import { replaceSelection } from './replace-selection.js';
import { signatureHelp } from './signature.js';
import './editor.css';

export interface Mistake {
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

interface Props {
  readonly text: string;
  readonly stats: Stats;
  readonly mistake: Mistake | undefined;
  /** Whether the keys are to come here. */
  readonly focused: boolean;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
  /** Asks for an earlier query, or a later one; answers whether there is one. */
  readonly onRecall: (older: boolean) => boolean;
}

export function Editor({ text, stats, mistake, focused, ...deeds }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  // The editor lives longer than one rendering: it always calls the newest.
  const latest = useRef(deeds);
  latest.current = deeds;
  const first = useRef(text);

  useEffect(() => {
    if (!place.current) return;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          Prec.highest(
            keymap.of([
              {
                key: 'Mod-Enter',
                run: (at) => {
                  closeCompletion(at);
                  latest.current.onRun();
                  return true;
                },
              },
              { key: 'ArrowUp', run: (at) => atEdge(at, 1) && latest.current.onRecall(true) },
              { key: 'ArrowDown', run: (at) => atEdge(at, at.state.doc.lines) && latest.current.onRecall(false) },
            ]),
          ),
          highlightSpecialChars(),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          replaceSelection,
          signatureHelp,
          autocompletion({ override: [completionFor(stats)], icons: false }),
          // Else the drawer would cut the list of completions.
          tooltips({ parent: document.body }),
          keymap.of([
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...lintKeymap,
            ...historyKeymap,
            ...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'),
          ]),
          cypherLanguage,
          editorTheme,
          EditorView.cspNonce.of(nonce()),
          EditorView.lineWrapping,
          placeholder('MATCH (t:Technique)-[:BUILDS_ON]->(b) RETURN t, b LIMIT 25'),
          EditorView.contentAttributes.of({ 'aria-label': 'Cypher', spellcheck: 'false' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => {
      view.current = undefined;
      made.destroy();
    };
  }, [stats]);

  useEffect(() => {
    const at = view.current;
    first.current = text;
    if (!at || at.state.doc.toString() === text) return;
    at.dispatch({
      changes: { from: 0, to: at.state.doc.length, insert: text },
      selection: { anchor: text.length },
    });
  }, [text]);

  useEffect(() => {
    const at = view.current;
    if (at) at.dispatch(setDiagnostics(at.state, mistake ? [diagnosticOf(mistake, at.state)] : []));
  }, [mistake]);

  useEffect(() => {
    if (focused) view.current?.focus();
  }, [focused]);

  return <div ref={place} className="console-editor" />;
}

/** With it the page's policy lets the editor's styles in. */
function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
}

/** Whether an arrow key has nowhere to go: neither to another line nor to another completion. */
function atEdge({ state }: EditorView, line: number): boolean {
  return completionStatus(state) !== 'active' && state.doc.lineAt(state.selection.main.head).number === line;
}

/** The word at the place of the mistake, or what follows it where no word stands there. */
function diagnosticOf({ message, line, column }: Mistake, { doc }: EditorState): Diagnostic {
  const { from: start, to: end, text } = doc.line(Math.min(Math.max(1, line), doc.lines));
  const from = Math.min(start + Math.max(0, column - 1), end);
  const word = /^[\p{L}\w]+/u.exec(text.slice(from - start))?.[0].length ?? 1;
  // At the end of a line there is nothing to mark but what stands before.
  return {
    from: from === end ? Math.max(start, end - 1) : from,
    to: Math.min(end, from + word),
    severity: 'error',
    message,
  };
}
