/** What the page knows of `curation.yaml`: the edits in it, or why they cannot be read; and whether their list is open. */
import { createStore } from 'zustand/vanilla';
import { api } from '../api/client.js';
import { ApiError, explain } from '../api/errors.js';
import type { CurationEdit } from '../api/types.js';
import { notify, setMayEdit, store } from '../state/store.js';
import { toSentence } from '../ui/words.js';

interface ByHand {
  /** In the order in which they are applied. */
  readonly edits: readonly CurationEdit[];
  /** What the server says is wrong with the file; no edit can be made then. */
  readonly trouble: string | undefined;
  readonly isOpen: boolean;
}

export const byHand = createStore<ByHand>()(() => ({ edits: [], trouble: undefined, isOpen: false }));

/** Asks for the edits, and whether this server takes more; where it does not say, it does not. */
export async function learnEdits(): Promise<void> {
  try {
    const { edits, writable } = await api.curation();
    byHand.setState({ edits, trouble: undefined });
    setMayEdit(writable);
  } catch (error) {
    // Of a server that is gone the page says so elsewhere, and what was known stays.
    if (error instanceof ApiError) {
      const trouble = toSentence(explain(error));
      byHand.setState({ edits: [], trouble });
      setMayEdit(false);
      notify({ text: `No edits can be made. ${trouble}`, state: 'failed', reload: true, isLasting: true });
    } else if (store.getState().mayEdit === undefined) setMayEdit(false);
  }
}

/** What the list is called, with how many edits there are. */
export function titleOf({ edits, trouble }: ByHand): string {
  return `Edits by hand (${trouble === undefined ? edits.length : 'not readable'})`;
}

/** Whether there is a list to be shown: not where the server takes no edits, unless it would if the file were right. */
export function isShown({ trouble }: ByHand, mayEdit: boolean | undefined): boolean {
  return mayEdit === true || trouble !== undefined;
}

export function setEdits(edits: readonly CurationEdit[]): void {
  byHand.setState({ edits });
}

export function openByHand(): void {
  byHand.setState({ isOpen: true });
}

export function shutByHand(): void {
  byHand.setState({ isOpen: false });
}
