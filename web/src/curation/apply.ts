/** An edit from the page: sent, the graph that it makes drawn, and said, with a way to take it back. */
import { api } from '../api/client.js';
import { ApiError, explain, isUnknownNode } from '../api/errors.js';
import type { CurationEdit } from '../api/types.js';
import { announce, notify, type Selection, select, selectedLink, selectLink, store } from '../state/store.js';
import { toSentence } from '../ui/words.js';
import { learnEdits, setEdits } from './by-hand.js';
import { editInWords } from './edit-words.js';

type Redraw = () => Promise<void>;
let redraw: Redraw | undefined;

/** Who draws the graph is told here when there is another version of it. Returns how to stop. */
export function onGraphChange(listener: Redraw): () => void {
  redraw = listener;
  return () => {
    if (redraw === listener) redraw = undefined;
  };
}

/** The server serves another version: draws it. */
export async function graphChanged(): Promise<void> {
  await redraw?.();
}

/**
 * @param said what was done, in the past: "Merged A into B"
 * @returns why it could not be done; undefined when it was
 */
export async function applyEdit(edit: CurationEdit, said: string): Promise<string | undefined> {
  const before = store.getState().selection;
  return change('Correcting the graph…', async () => {
    const { edits, node } = await api.curate(edit);
    setEdits(edits);
    await graphChanged();
    // Who has closed the details meanwhile is not to be called back.
    if (store.getState().selection && node !== undefined) select(node, 'edit');
    const index = edits.length - 1;
    const written = edits[index] ?? edit;
    const undo = async () => {
      const failure = await takeBack(index, written, said, before);
      if (failure !== undefined) notify({ text: failure, state: 'failed' });
    };
    notify({ text: said, state: 'done', undo: () => void undo(), edit: said });
    announce(said);
  });
}

/**
 * Takes one edit back, wherever it stands in the list.
 * @param index its place, counted from 0
 * @param edit what the page believes to stand there: the server refuses where it is another one
 * @param selection what was selected before it was made; else what is selected stays, as long as it is there
 * @returns why it could not be done; undefined when it was
 */
export async function takeBack(
  index: number,
  edit: CurationEdit,
  said: string = editInWords(edit),
  selection?: Selection,
): Promise<string | undefined> {
  return change('Taking it back…', async () => {
    const { edits } = await api.undoCuration(index, edit);
    setEdits(edits);
    await graphChanged();
    await showAgain(selection);
    const text = `Taken back: ${said}`;
    notify({ text, state: 'done', undo: () => void putBack(edit, said) });
    announce(text);
  });
}

async function putBack(edit: CurationEdit, said: string): Promise<void> {
  const failure = await applyEdit(edit, said);
  if (failure !== undefined) notify({ text: failure, state: 'failed' });
}

async function showAgain(before: Selection | undefined): Promise<void> {
  const { selection } = store.getState();
  if (!selection) return;
  const link = selectedLink({ selection: before });
  if (link) selectLink(link, 'edit');
  else if (before) select(before.id, 'edit');
  else {
    await api.node(selection.id).catch((error: unknown) => {
      if (isUnknownNode(error)) select(undefined, 'edit');
    });
  }
}

async function change(working: string, deed: () => Promise<void>): Promise<string | undefined> {
  if (store.getState().notice?.state === 'working') return 'Another edit is being applied. Try again when it is done.';
  notify({ text: working, state: 'working' });
  try {
    await deed();
    return undefined;
  } catch (error) {
    notify(undefined);
    if (error instanceof ApiError && error.code === 'changed') await learnEdits();
    return toSentence(explain(error));
  }
}
