/** A thing that one can do: its name, its keys, its deed. Keys, palette, help and the menu of a node are all made of one list. */
import type { Scene } from '../graph/scene.js';
import type { State } from '../state/store.js';

/** Where a command stands in the palette and in the help; those on nodes make the menu of a node, too. */
export const SECTIONS = ['Go', 'Walk', 'View', 'Share', 'Page'] as const;
export type Section = (typeof SECTIONS)[number];

export interface Context {
  readonly scene: Scene | undefined;
  readonly state: State;
  /** The nodes that a deed is meant for: the one whose menu is open, or all that are marked, or the selected one. */
  readonly nodes: readonly string[];
  readonly focusSearch: () => void;
}

export interface Command {
  readonly id: string;
  readonly section: Section;
  /** As a person would say it; where it depends on what is there, that. */
  readonly name: string | ((context: Context) => string);
  /** What does it: `e`, `Shift+H`, `Ctrl+Z`; the first is shown. */
  readonly keys?: readonly string[];
  /** Words by which the palette finds it, too. */
  readonly also?: string;
  /** Whether it is meant for nodes: it then needs one, and stands in its menu. */
  readonly onNodes?: boolean;
  /** Whether there is anything to do, beside the nodes. */
  readonly when?: (context: Context) => boolean;
  readonly run: (context: Context) => void;
}

export function nameOf({ name }: Command, context: Context): string {
  return typeof name === 'string' ? name : name(context);
}

export function isOffered({ onNodes = false, when }: Command, context: Context): boolean {
  return (!onNodes || (context.nodes.length > 0 && context.scene !== undefined)) && (when?.(context) ?? true);
}

/** The pressed keys as commands write them; Command stands for Control on a Mac. */
export function keysOf(event: KeyboardEvent): string {
  const { key } = event;
  const letter = /^[a-z]$/i.test(key);
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('Ctrl');
  if (event.altKey) parts.push('Alt');
  // With signs, Shift is how one writes them.
  if (event.shiftKey && (letter || key.length > 1)) parts.push('Shift');
  const plain = letter ? (event.shiftKey || parts.length > 0 ? key.toUpperCase() : key.toLowerCase()) : key;
  return [...parts, plain].join('+');
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ContextMenu: 'Menu',
  '-': '−',
};

/** `Shift+ArrowLeft` as the keys that one sees on a keyboard. */
export function keyNames(keys: string): string[] {
  if (keys === '+') return ['+'];
  return keys.split('+').map((key) => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
