/** An edit from the page: sent, the graph that it makes drawn, and said, with a way to take it back. */
import { api } from '../api/client.js';
import { explain } from '../api/errors.js';
import type { CurationChange, CurationEdit } from '../api/types.js';
import {
  announce,
  notify,
  type Selection,
  select,
  selectedLink,
  selectLink,
  setMayEdit,
  store,
} from '../state/store.js';

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

/** Asks once whether this server takes edits; where it does not say, it does not. */
export function learnWhetherEditable(): void {
  api.curation().then(
    ({ writable }) => setMayEdit(writable),
    () => setMayEdit(false),
  );
}

/**
 * @param said what was done, in the past: "Merged A into B"
 * @returns why it could not be done; undefined when it was
 */
export async function applyEdit(edit: CurationEdit, said: string): Promise<string | undefined> {
  const before = store.getState().selection;
  return change('Correcting the graph…', async () => {
    const answer = await api.curate(edit);
    await show(answer, answer.node);
    const edits = answer.edits.length;
    notify({ text: said, state: 'done', undo: () => void undo(edits, before) });
    announce(said);
  });
}

async function undo(edits: number, selection: Selection | undefined): Promise<void> {
  const failure = await change('Taking it back…', async () => {
    const link = selectedLink({ selection });
    await show(await api.undoCuration(edits), link ? undefined : selection?.id);
    if (link && store.getState().selection) selectLink(link, 'edit');
    notify({ text: 'Taken back', state: 'done' });
    announce('Taken back');
  });
  if (failure !== undefined) notify({ text: failure, state: 'failed' });
}

async function show(_answer: CurationChange, node: string | undefined): Promise<void> {
  const watched = store.getState().selection !== undefined;
  await graphChanged();
  // Who has closed the details meanwhile is not to be called back.
  if (watched && node !== undefined) select(node, 'edit');
}

async function change(working: string, deed: () => Promise<void>): Promise<string | undefined> {
  if (store.getState().notice?.state === 'working') return 'Another edit is being applied. Try again when it is done.';
  notify({ text: working, state: 'working' });
  try {
    await deed();
    return undefined;
  } catch (error) {
    notify(undefined);
    const why = explain(error);
    return `${why.charAt(0).toUpperCase()}${why.slice(1)}${/[.!?]$/.test(why) ? '' : '.'}`;
  }
}
