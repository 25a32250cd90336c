/** What the page is about at this moment: the selection, what the filters let through, how it looks. Nothing of the server's. */
import { createStore } from 'zustand/vanilla';
import { type Filters, NO_FILTERS } from '../filter/filters.js';
import { type Appearance, rememberAppearance, rememberedAppearance } from '../theme/theme.js';

/** How a node came to be selected decides whether the camera goes there. */
export type SelectedBy = 'canvas' | 'search' | 'link' | 'history' | 'edit';

export interface Selection {
  readonly id: string;
  readonly by: SelectedBy;
  /** The node that it is to be connected with. */
  readonly to?: string | undefined;
}

/** A path through the graph, or what an answer speaks of, as it is drawn: ids of its nodes, those of a path from first to last, and keys of its links. */
export interface DrawnPath {
  readonly nodes: readonly string[];
  readonly edges: ReadonlySet<string>;
}

export interface Notice {
  readonly text: string;
  readonly state: 'working' | 'done' | 'failed';
  readonly undo?: () => void;
}

export interface State {
  readonly selection: Selection | undefined;
  readonly hovered: string | undefined;
  /** The path, or the answer, that is looked at. */
  readonly path: DrawnPath | undefined;
  readonly filters: Filters;
  /** What the server let through, of a graph that is drawn only in part, and for which filters. */
  readonly chosen: { readonly filters: Filters; readonly nodes: ReadonlySet<string> } | undefined;
  /** How many nodes and links the filters let through, of those that are drawn. */
  readonly visible: { readonly nodes: number; readonly edges: number };
  readonly appearance: Appearance;
  readonly helpOpen: boolean;
  /** Whether the console is asked for. */
  readonly consoleOpen: boolean;
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
  path: undefined,
  filters: NO_FILTERS,
  chosen: undefined,
  visible: { nodes: 0, edges: 0 },
  appearance: rememberedAppearance(),
  helpOpen: false,
  consoleOpen: false,
  mayEdit: false,
  notice: undefined,
  announcement: '',
}));

/** @param to the node to connect it with, where paths between the two are asked for */
export function select(id: string | undefined, by: SelectedBy, to?: string): void {
  const { selection: current, path } = store.getState();
  if (current?.id === id && current?.to === to && by !== 'search') {
    // Who clicks beside everything wants nothing lit, not the answer to a question either.
    if (id === undefined && path) showPath(undefined);
    return;
  }
  store.setState({ selection: id === undefined ? undefined : { id, by, to }, path: undefined });
}

export function showPath(path: DrawnPath | undefined): void {
  store.setState({ path });
}

export function hover(id: string | undefined): void {
  if (store.getState().hovered !== id) store.setState({ hovered: id });
}

export function setFilters(filters: Filters): void {
  store.setState({ filters });
}

/** Changes one choice and leaves the others. */
export function filterBy(change: Partial<Filters>): void {
  store.setState(({ filters }) => ({ filters: { ...filters, ...change } }));
}

export function setAppearance(appearance: Appearance): void {
  rememberAppearance(appearance);
  store.setState({ appearance });
}

export function setHelpOpen(helpOpen: boolean): void {
  store.setState({ helpOpen });
}

export function setConsoleOpen(consoleOpen: boolean): void {
  store.setState({ consoleOpen });
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
