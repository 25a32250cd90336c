/** The files that are to be added, as long as the dialog for it is open. */
import { createStore } from 'zustand/vanilla';

/** Undefined while the dialog is shut; empty while it asks what to add. */
export const given = createStore<{ readonly files: readonly File[] | undefined }>()(() => ({ files: undefined }));

export function openAdding(files: readonly File[] = []): void {
  given.setState({ files });
}

export function shutAdding(): void {
  given.setState({ files: undefined });
}
