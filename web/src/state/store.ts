/** What the page is about at this moment: the selection, what is hidden, how it looks. Nothing of the server's. */
import { createStore } from 'zustand/vanilla';
import type { NodeLabel } from '../api/types.js';
import { HIDDEN_AT_FIRST } from '../theme/palette.js';
import { type Appearance, rememberAppearance, rememberedAppearance } from '../theme/theme.js';

/** How a node came to be selected decides whether the camera goes there. */
export type SelectedBy = 'canvas' | 'search' | 'link' | 'history' | 'edit';

export interface Selection {
  readonly id: string;
  readonly by: SelectedBy;
}

export interface Notice {
  readonly text: string;
  readonly state: 'working' | 'done' | 'failed';
  readonly undo?: () => void;
}

export interface State {
  readonly selection: Selection | undefined;
  readonly hovered: string | undefined;
  readonly hiddenLabels: ReadonlySet<NodeLabel>;
  readonly appearance: Appearance;
  readonly helpOpen: boolean;
  /** Whether the server takes edits. */
  readonly mayEdit: boolean;
  /** What an edit came to, until it is read. */
  readonly notice: Notice | undefined;
  /** Spoken by screen readers, politely. */
  readonly announcement: string;
}

export const store = createStore<State>()(() => ({
  selection: undefined,
  hovered: undefined,
  hiddenLabels: new Set(HIDDEN_AT_FIRST),
  appearance: rememberedAppearance(),
  helpOpen: false,
  mayEdit: false,
  notice: undefined,
  announcement: '',
}));

export function select(id: string | undefined, by: SelectedBy): void {
  const current = store.getState().selection;
  if (current?.id === id && by !== 'search') return;
  store.setState({ selection: id === undefined ? undefined : { id, by } });
}

export function hover(id: string | undefined): void {
  if (store.getState().hovered !== id) store.setState({ hovered: id });
}

export function toggleLabel(label: NodeLabel): void {
  store.setState(({ hiddenLabels }) => {
    const next = new Set(hiddenLabels);
    if (!next.delete(label)) next.add(label);
    return { hiddenLabels: next };
  });
}

export function setAppearance(appearance: Appearance): void {
  rememberAppearance(appearance);
  store.setState({ appearance });
}

export function setHelpOpen(helpOpen: boolean): void {
  store.setState({ helpOpen });
}

export function setMayEdit(mayEdit: boolean): void {
  store.setState({ mayEdit });
}

export function notify(notice: Notice | undefined): void {
  store.setState({ notice });
}

export function announce(announcement: string): void {
  store.setState({ announcement });
}
