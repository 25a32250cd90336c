/** What the page is about at this moment: the selection, what the filters let through, how it looks. Nothing of the server's. */
import { createStore } from 'zustand/vanilla';
import type { DrawnEdge, EdgeType } from '../api/types.js';
import { type Asking, NOTHING_ASKED } from '../console/asking.js';
import { choiceOf } from '../filter/filter-address.js';
import { type Filters, NO_FILTERS } from '../filter/filters.js';
import { edgeKey } from '../graph/build-graph.js';
import type { ViewPlace } from '../graph/view-place.js';
import { type Look, USUAL_LOOK } from '../look/look.js';
import { type TableState, USUAL_TABLE } from '../table/table-state.js';
import { type Appearance, rememberAppearance, rememberedAppearance } from '../theme/theme.js';
import { NO_WALK, type Walk } from '../walk/walk.js';
import { type Panels, USUAL_PANELS } from './panels.js';

/** A link by what tells it from every other. */
export type Link = Pick<DrawnEdge, 'source' | 'type' | 'target'>;

/** How a node came to be selected decides whether the camera goes there. */
export type SelectedBy = 'canvas' | 'search' | 'link' | 'history' | 'edit';

export interface Selection {
  readonly id: string;
  readonly by: SelectedBy;
  /** The node that it is to be connected with, or that the selected link leads to. */
  readonly to?: string | undefined;
  /** Where not the node but a link from it is selected: of which type. */
  readonly link?: EdgeType | undefined;
  /** The nodes that it is compared with. */
  readonly compared?: readonly string[] | undefined;
}

/** A path through the graph, what a comparison or an answer speaks of, as it is drawn: ids of its nodes, those of a path from first to last, and keys of its links. */
export interface DrawnPath {
  readonly nodes: readonly string[];
  readonly edges: ReadonlySet<string>;
}

/** A link under the pointer, which is not selected yet, and where the pointer is, in CSS pixels of the window. */
export interface PointedLink extends Link {
  readonly x: number;
  readonly y: number;
}

export interface Notice {
  readonly text: string;
  readonly state: 'working' | 'done' | 'failed';
  readonly undo?: () => void;
  /** The edit that `undo` takes back, in words; the key for it does the same then. */
  readonly edit?: string;
  /** Whether the page is to be loaded anew. */
  readonly reload?: boolean;
  /** Whether it stays until one closes it. */
  readonly isLasting?: boolean;
}

export interface State {
  readonly selection: Selection | undefined;
  readonly hovered: string | undefined;
  readonly pointedLink: PointedLink | undefined;
  /** The path, or what a comparison shares, that is looked at. */
  readonly path: DrawnPath | undefined;
  /** What the console's answer speaks of, where it is drawn. */
  readonly answer: DrawnPath | undefined;
  readonly filters: Filters;
  /** Whether the graph is drawn only in part: what filters let through is then the server's to say. */
  readonly inPart: boolean;
  /** What the server let through, of a graph that is drawn only in part, and for which filters; no nodes where it could not say. */
  readonly chosen: { readonly filters: Filters; readonly nodes: ReadonlySet<string> | undefined } | undefined;
  /** How many nodes and links the filters let through, of those that are drawn. */
  readonly visible: { readonly nodes: number; readonly edges: number };
  /** Where the reader looks; undefined where that follows from the selection. */
  readonly place: ViewPlace | undefined;
  /** What was expanded, hidden, kept alone, pinned, marked. */
  readonly walk: Walk;
  /** What sizes and colours stand for. */
  readonly look: Look;
  /** What the last step changed, and the last one that was taken back, in words; undefined where there is none. */
  readonly undoable: string | undefined;
  readonly redoable: string | undefined;
  /** The node whose menu is open, and where, in CSS pixels of the window. */
  readonly menu: { readonly id: string; readonly x: number; readonly y: number } | undefined;
  /** Whether a drag over the drawing marks what it goes around. */
  readonly lassoing: boolean;
  readonly appearance: Appearance;
  readonly helpOpen: boolean;
  /** Whether the list of all commands is open. */
  readonly paletteOpen: boolean;
  /** Whether a picture of the view is asked for. */
  readonly pictureOpen: boolean;
  /** Which panels are open. */
  readonly panels: Panels;
  /** What the console is about. */
  readonly asking: Asking;
  /** How the table is narrowed down and sorted. */
  readonly table: TableState;
  /** Whether the server takes edits and papers; undefined until it has said so. */
  readonly mayEdit: boolean | undefined;
  /** What an edit came to, until it is read. */
  readonly notice: Notice | undefined;
  /** Spoken by screen readers, politely. */
  readonly announcement: string;
}

export const store = createStore<State>()(() => ({
  selection: undefined,
  hovered: undefined,
  pointedLink: undefined,
  path: undefined,
  answer: undefined,
  filters: NO_FILTERS,
  inPart: false,
  chosen: undefined,
  visible: { nodes: 0, edges: 0 },
  place: undefined,
  walk: NO_WALK,
  look: USUAL_LOOK,
  undoable: undefined,
  redoable: undefined,
  menu: undefined,
  lassoing: false,
  appearance: rememberedAppearance(),
  helpOpen: false,
  paletteOpen: false,
  pictureOpen: false,
  panels: USUAL_PANELS,
  asking: NOTHING_ASKED,
  table: USUAL_TABLE,
  mayEdit: undefined,
  notice: undefined,
  announcement: '',
}));

/** @param to the node to connect it with, where paths between the two are asked for */
export function select(id: string | undefined, by: SelectedBy, to?: string): void {
  const { selection: current, path, asking } = store.getState();
  if (current?.id === id && current?.to === to && !current?.link && !current?.compared && by !== 'search') {
    // Who clicks beside everything wants nothing lit, not the answer to a question either.
    if (id === undefined && path) showPath(undefined);
    if (id === undefined && asking.drawn === 'among') setAsking({ drawn: undefined });
    return;
  }
  store.setState({ selection: id === undefined ? undefined : { id, by, to }, path: undefined });
}

export function selectLink({ source, type, target }: Link, by: SelectedBy): void {
  const { selection: current } = store.getState();
  if (current?.id === source && current.to === target && current.link === type && by !== 'edit') return;
  store.setState({ selection: { id: source, by, to: target, link: type }, path: undefined });
}

/** The link that is selected, where it is one and not a node. */
export function selectedLink({ selection }: Pick<State, 'selection'>): Link | undefined {
  const { id, to, link } = selection ?? {};
  return id === undefined || to === undefined || !link ? undefined : { source: id, type: link, target: to };
}

/** What is looked at beside a node: a path, a comparison, or the selected link with its ends. */
export function litPath(state: Pick<State, 'selection' | 'path'>): DrawnPath | undefined {
  const link = selectedLink(state);
  return link ? { nodes: [link.source, link.target], edges: new Set([edgeKey(link)]) } : state.path;
}

/** The answer of the console, where it is drawn by itself. */
export function answerAlone({ answer, asking }: Pick<State, 'answer' | 'asking'>): DrawnPath | undefined {
  return asking.drawn === 'alone' ? answer : undefined;
}

/** @param compared with what; no more than the server compares, none of them the node itself */
export function compareWith(id: string, compared: readonly string[], by: SelectedBy = 'link'): void {
  if (compared.length === 0) select(id, by);
  else store.setState({ selection: { id, by, compared }, path: undefined });
}

/** Whether the server has yet to say what the filters let through. */
export function isChoiceAwaited({ inPart, chosen, filters }: Pick<State, 'inPart' | 'chosen' | 'filters'>): boolean {
  return inPart && chosen?.filters !== filters && choiceOf(filters) !== '';
}

export function showPath(path: DrawnPath | undefined): void {
  store.setState({ path });
}

export function showAnswer(answer: DrawnPath | undefined): void {
  store.setState({ answer });
}

export function pointAtLink(pointedLink: PointedLink | undefined): void {
  if (store.getState().pointedLink !== pointedLink) store.setState({ pointedLink });
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

/** @param change makes the next walk of the present one */
export function setWalk(change: (walk: Walk) => Walk): void {
  store.setState(({ walk }) => ({ walk: change(walk) }));
}

export function setLook(change: Partial<Look>): void {
  store.setState(({ look }) => ({ look: { ...look, ...change } }));
}

export function openMenu(menu: State['menu']): void {
  store.setState({ menu });
}

export function setLassoing(lassoing: boolean): void {
  store.setState({ lassoing });
}

export function setAppearance(appearance: Appearance): void {
  rememberAppearance(appearance);
  store.setState({ appearance });
}

export function setHelpOpen(helpOpen: boolean): void {
  store.setState({ helpOpen });
}

export function setPaletteOpen(paletteOpen: boolean): void {
  store.setState({ paletteOpen });
}

export function setPictureOpen(pictureOpen: boolean): void {
  store.setState({ pictureOpen });
}

export function setPanels(change: Partial<Panels>): void {
  store.setState(({ panels }) => ({ panels: { ...panels, ...change } }));
}

export function setAsking(change: Partial<Asking>): void {
  store.setState(({ asking }) => ({ asking: { ...asking, ...change } }));
}

export function setTable(change: Partial<TableState>): void {
  store.setState(({ table }) => ({ table: { ...table, ...change } }));
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
