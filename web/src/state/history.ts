/**
 * Undo and redo of what the reader did to the view: selection, filters, what was walked to, how it looks. A step is what
 * changed in one go; a brush or a film that moves through many years is one step, too.
 */
import { type State, store } from './store.js';

type View = Pick<State, 'selection' | 'filters' | 'walk' | 'look'>;

/** Steps that can be taken back. */
const MOST = 200;
/** Changes of the same range that follow one another sooner are one. */
const SAME_DEED_MS = 3_000;

let past: View[] = [];
let future: View[] = [];
let now = viewOf(store.getState());
let last = { part: '', at: 0 };
let waiting = false;

function viewOf({ selection, filters, walk, look }: State): View {
  return { selection, filters, walk, look };
}

function isSameView(a: View, b: View): boolean {
  return a.selection === b.selection && a.filters === b.filters && a.walk === b.walk && a.look === b.look;
}

function isSameSelection(a: View['selection'], b: View['selection']): boolean {
  const others = (of: View['selection']) => of?.compared?.join('\n');
  return (['id', 'to', 'link'] as const).every((key) => a?.[key] === b?.[key]) && others(a) === others(b);
}

/** What a step changed, in a word. */
export function nameOfStep(before: View, after: View): string {
  if (before.walk !== after.walk) {
    const [a, b] = [before.walk, after.walk];
    if (a.kept !== b.kept) return b.kept ? 'keeping only these' : 'showing all';
    if (a.expanded !== b.expanded) return b.expanded.size < a.expanded.size ? 'collapsing' : 'expanding';
    if (a.hidden !== b.hidden) return b.hidden.size < a.hidden.size ? 'showing again' : 'hiding';
    if (a.pinned !== b.pinned) return b.pinned.size < a.pinned.size ? 'unpinning' : 'moving or pinning';
    return 'marking';
  }
  if (before.filters !== after.filters) return 'the filters';
  if (before.look !== after.look) return 'the look';
  return 'the selection';
}

/** Of filters that move while one drags, the field; two such steps in a row are one. */
function movingPart(before: View, after: View): string {
  if (before.filters === after.filters || before.walk !== after.walk || before.selection !== after.selection) return '';
  const keys = Object.keys(after.filters) as (keyof View['filters'])[];
  const changed = keys.filter((key) => before.filters[key] !== after.filters[key]);
  return changed.every((key) => key === 'years' || key === 'leastConfidence' || key === 'leastPapers')
    ? changed.join(' ')
    : '';
}

function commit(): void {
  waiting = false;
  const view = viewOf(store.getState());
  if (isSameView(view, now)) return;
  const part = movingPart(now, view);
  const at = performance.now();
  // An edit gives what is selected another id: nothing that the reader did to the view.
  const isEdit = view.selection?.by === 'edit' && view.filters === now.filters && view.walk === now.walk;
  if (!isEdit && (part === '' || part !== last.part || at - last.at > SAME_DEED_MS)) {
    past.push(now);
    if (past.length > MOST) past.shift();
  }
  last = { part, at };
  future = [];
  now = view;
  tell();
}

function tell(): void {
  const before = past.at(-1);
  const after = future.at(-1);
  store.setState({
    undoable: before && nameOfStep(before, now),
    redoable: after && nameOfStep(now, after),
  });
}

/** Begins to remember, from how things are. Returns how to stop. */
export function startHistory(): () => void {
  past = [];
  future = [];
  now = viewOf(store.getState());
  tell();
  return store.subscribe(() => {
    if (waiting) return;
    waiting = true;
    // What one deed changes in several places is one step.
    queueMicrotask(commit);
  });
}

/** Takes the last step back. Returns what it was; undefined where there is none. */
export function undo(): string | undefined {
  return go(past, future);
}

export function redo(): string | undefined {
  return go(future, past);
}

function go(from: View[], to: View[]): string | undefined {
  commit();
  const view = from.pop();
  if (!view) return undefined;
  const name = from === past ? nameOfStep(view, now) : nameOfStep(now, view);
  to.push(now);
  // The camera goes back to what is selected again, and stays where only something else changed.
  const isSame = isSameSelection(view.selection, now.selection);
  now = {
    ...view,
    selection: isSame ? now.selection : view.selection && { ...view.selection, by: 'history' },
  };
  last = { part: '', at: 0 };
  store.setState({ ...now, ...(isSame ? {} : { path: undefined }) });
  tell();
  return name;
}
