/** Every command of the page, in the order in which the palette and the help show them. */
import { openAdding } from '../add/given.js';
import { byHand, isShown, openByHand, titleOf } from '../curation/by-hand.js';
import { NO_FILTERS } from '../filter/filters.js';
import { openLineage, openView } from '../lineage/view-state.js';
import { COLOUR_WORDS, COLOURS, SIZE_WORDS, SIZES } from '../look/look.js';
import { copyLink } from '../share/copy-link.js';
import {
  announce,
  openMenu,
  select,
  setAppearance,
  setFilters,
  setHelpOpen,
  setLassoing,
  setLook,
  setPaletteOpen,
  setPanels,
  setPictureOpen,
  store,
} from '../state/store.js';
import { isDark, oppositeAppearance } from '../theme/theme.js';
import { tellNotLoaded } from '../ui/not-loaded.js';
import { plural } from '../ui/words.js';
import {
  collapse,
  expand,
  hide,
  keepOnly,
  mark,
  redoStep,
  showAll,
  togglePins,
  undoStep,
  unmarkAll,
} from '../walk/deeds.js';
import { moveBy } from '../walk/move-by-keys.js';
import { shortKey } from '../walk/short-key.js';
import type { Command, Context } from './command.js';

const one = ({ nodes }: Context) => nodes.length === 1;
/** Papers and people descend from nothing here. */
const isMethod = (context: Context) => {
  const {
    scene,
    nodes: [id],
  } = context;
  if (!one(context) || id === undefined || !scene?.graph.hasNode(id)) return false;
  return !['Paper', 'Author', 'Organization'].includes(scene.graph.getNodeAttribute(id, 'kind'));
};
const isExpanded = ({ state, nodes: [id] }: Context) => id !== undefined && state.walk.expanded.has(id);
const arePinned = ({ state, nodes }: Context) => nodes.every((id) => state.walk.pinned.has(shortKey(id)));
const areMarked = ({ state, nodes }: Context) => nodes.every((id) => state.walk.marked.has(shortKey(id)));
const them = ({ nodes }: Context) => (nodes.length <= 1 ? '' : ` ${plural(nodes.length, 'node')}`);

const GO: readonly Command[] = [
  { id: 'search', section: 'Go', name: 'Search', keys: ['/'], also: 'find', run: ({ focusSearch }) => focusSearch() },
  {
    id: 'palette',
    section: 'Go',
    name: 'All commands',
    keys: ['Ctrl+K'],
    run: () => setPaletteOpen(true),
  },
  {
    id: 'ask',
    section: 'Go',
    name: 'Ask with a question or in Cypher',
    keys: ['q'],
    also: 'console query',
    run: () => setPanels({ drawer: 'console' }),
  },
  {
    id: 'table',
    section: 'Go',
    name: 'Table of what is shown',
    keys: ['t'],
    also: 'list rows nodes links edges',
    run: ({ state: { panels } }) =>
      setPanels({ drawer: panels.drawer === 'table' || panels.drawer === 'links' ? undefined : 'table' }),
  },
  {
    id: 'lineages',
    section: 'Go',
    name: 'Main lineages',
    also: 'descent history ancestors methods tree',
    run: () => openLineage(undefined),
  },
  {
    id: 'add-papers',
    section: 'Go',
    name: 'Add papers',
    also: 'upload drop paste abstracts import',
    when: ({ state }) => state.mayEdit === true,
    run: () => openAdding(),
  },
  {
    id: 'edits-by-hand',
    section: 'Go',
    name: () => titleOf(byHand.getState()),
    also: 'curation corrections take back undo history merge split rename',
    when: ({ state }) => isShown(byHand.getState(), state.mayEdit),
    run: openByHand,
  },
  {
    id: 'deselect',
    section: 'Go',
    name: 'Clear the selection',
    keys: ['Escape'],
    also: 'close details',
    when: ({ state }) =>
      state.selection !== undefined || state.path !== undefined || state.asking.drawn === 'among' || state.lassoing,
    run: () => (store.getState().lassoing ? setLassoing(false) : select(undefined, 'link')),
  },
  {
    id: 'back',
    section: 'Go',
    name: 'Back to what was selected before',
    keys: ['Alt+ArrowLeft'],
    run: () => window.history.back(),
  },
];

const WALK: readonly Command[] = [
  {
    id: 'expand',
    section: 'Walk',
    name: (context) => (isExpanded(context) ? 'Show more neighbours' : 'Expand neighbours'),
    keys: ['e'],
    also: 'double-click open',
    onNodes: true,
    when: one,
    run: ({ scene, nodes: [id] }) => {
      if (scene && id !== undefined) void expand(scene, id);
    },
  },
  {
    id: 'collapse',
    section: 'Walk',
    name: 'Collapse',
    keys: ['c'],
    also: 'close fold neighbours',
    onNodes: true,
    when: one,
    run: ({ scene, nodes: [id] }) => {
      if (scene && id !== undefined) collapse(scene, id);
    },
  },
  {
    id: 'keep',
    section: 'Walk',
    name: (context) => (context.nodes.length <= 1 ? 'Keep only this' : `Keep only these${them(context)}`),
    keys: ['k'],
    also: 'isolate alone selection',
    onNodes: true,
    run: ({ scene, nodes }) => scene && keepOnly(scene, nodes),
  },
  {
    id: 'hide',
    section: 'Walk',
    name: (context) => `Hide${them(context)}`,
    keys: ['h'],
    also: 'remove',
    onNodes: true,
    run: ({ scene, nodes }) => {
      if (!scene) return;
      hide(scene, nodes);
      const { selection } = store.getState();
      if (selection && nodes.includes(selection.id)) select(undefined, 'canvas');
    },
  },
  {
    id: 'pin',
    section: 'Walk',
    name: (context) => `${context.nodes.length > 0 && arePinned(context) ? 'Unpin' : 'Pin'}${them(context)}`,
    keys: ['p'],
    also: 'fix place hold',
    onNodes: true,
    run: ({ scene, nodes }) => scene && togglePins(scene, nodes),
  },
  {
    id: 'mark',
    section: 'Walk',
    name: (context) => `${context.nodes.length > 0 && areMarked(context) ? 'Unmark' : 'Mark'}${them(context)}`,
    keys: ['m'],
    also: 'select several shift click',
    onNodes: true,
    when: one,
    run: ({ nodes }) => mark(nodes, true),
  },
  {
    id: 'mark-neighbours',
    section: 'Walk',
    name: 'Mark its neighbours',
    keys: ['Shift+M'],
    onNodes: true,
    when: one,
    run: ({ scene, nodes: [id] }) => {
      if (!scene || id === undefined || !scene.graph.hasNode(id)) return;
      mark([id, ...scene.graph.neighbors(id).filter((other) => scene.walk.isSeen(other))], false);
    },
  },
  {
    id: 'lasso',
    section: 'Walk',
    name: 'Mark with a lasso',
    keys: ['l'],
    also: 'select area draw shift drag',
    run: () => {
      setLassoing(true);
      announce('Draw a line around the nodes to mark; Escape stops');
    },
  },
  {
    id: 'unmark',
    section: 'Walk',
    name: 'Unmark all',
    keys: ['u'],
    when: ({ state }) => state.walk.marked.size > 0,
    run: unmarkAll,
  },
  {
    id: 'show-all',
    section: 'Walk',
    name: 'Show what was hidden',
    keys: ['Shift+H'],
    also: 'unhide all',
    when: ({ state: { walk, asking } }) =>
      walk.kept !== undefined || walk.hidden.size > 0 || walk.expanded.size > 0 || asking.drawn === 'alone',
    run: showAll,
  },
  ...(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const).map(
    (arrow): Command => ({
      id: `move-${arrow}`,
      section: 'Walk',
      name: `Move ${arrow.slice(5).toLowerCase()}wards`
        .replace('leftwards', 'to the left')
        .replace('rightwards', 'to the right'),
      keys: [`Shift+${arrow}`],
      also: 'drag place',
      onNodes: true,
      run: ({ scene, nodes }) => scene && moveBy(scene, nodes, arrow),
    }),
  ),
  {
    id: 'menu',
    section: 'Walk',
    name: 'Menu of the selected node',
    keys: ['Shift+F10', 'ContextMenu'],
    when: ({ scene, state: { selection } }) => selection !== undefined && !selection.link && scene !== undefined,
    run: ({ scene, state: { selection } }) => {
      if (!selection || !scene) return;
      openMenu({ id: selection.id, ...scene.placeOf(selection.id) });
    },
  },
  {
    id: 'undo',
    section: 'Walk',
    name: ({ state: { notice, undoable } }) => {
      if (notice?.edit !== undefined) return `Undo the edit: ${notice.edit}`;
      return undoable === undefined ? 'Undo' : `Undo ${undoable}`;
    },
    keys: ['Ctrl+Z'],
    // Right after an edit it is that which one wants back; while it is applied, nothing else.
    when: ({ state: { notice, undoable } }) =>
      notice?.state !== 'working' && (notice?.edit !== undefined || undoable !== undefined),
    run: ({ state: { notice } }) => (notice?.edit === undefined ? undoStep() : notice.undo?.()),
  },
  {
    id: 'redo',
    section: 'Walk',
    name: ({ state }) => (state.redoable === undefined ? 'Redo' : `Redo ${state.redoable}`),
    keys: ['Ctrl+Shift+Z', 'Ctrl+Y'],
    when: ({ state }) => state.redoable !== undefined,
    run: redoStep,
  },
  {
    id: 'lineage',
    section: 'Walk',
    name: 'Its lineage',
    also: 'descent ancestors descendants tree',
    onNodes: true,
    when: isMethod,
    run: ({ nodes: [id] }) => openLineage(id),
  },
  {
    id: 'method',
    section: 'Walk',
    name: 'Its page',
    also: 'method rivals benchmarks timeline',
    onNodes: true,
    when: isMethod,
    run: ({ nodes: [id] }) => id !== undefined && openView({ page: 'method', id }),
  },
];

const VIEW: readonly Command[] = [
  { id: 'zoom-in', section: 'View', name: 'Zoom in', keys: ['+', '='], run: ({ scene }) => scene?.view.zoom('in') },
  { id: 'zoom-out', section: 'View', name: 'Zoom out', keys: ['-'], run: ({ scene }) => scene?.view.zoom('out') },
  { id: 'fit', section: 'View', name: 'Show the whole graph', keys: ['0', 'f'], run: ({ scene }) => scene?.view.fit() },
  {
    id: 'timeline',
    section: 'View',
    name: 'Play the years',
    keys: ['y'],
    also: 'timeline film time animation',
    run: ({ state: { panels } }) => setPanels({ film: panels.film ? undefined : 'years' }),
  },
  {
    id: 'minimap',
    section: 'View',
    name: ({ state }) => (state.panels.map ? 'Hide the small map' : 'Show the small map'),
    also: 'minimap overview',
    run: ({ state: { panels } }) => setPanels({ map: !panels.map }),
  },
  ...SIZES.map(
    (size): Command => ({
      id: `size-${size}`,
      section: 'View',
      name: `Size by ${SIZE_WORDS[size]}`,
      also: 'look appearance metric',
      when: ({ state }) => state.look.size !== size,
      run: () => setLook({ size }),
    }),
  ),
  ...COLOURS.map(
    (colour): Command => ({
      id: `colour-${colour}`,
      section: 'View',
      name: `Colour by ${COLOUR_WORDS[colour]}`,
      also: 'look appearance',
      when: ({ state }) => state.look.colour !== colour,
      run: () => setLook({ colour }),
    }),
  ),
  {
    id: 'clear-filters',
    section: 'View',
    name: 'Clear all filters',
    when: ({ state }) => state.filters !== NO_FILTERS,
    run: () => setFilters(NO_FILTERS),
  },
];

const save = (as: 'json' | 'nodes' | 'links' | 'gexf', scene: Context['scene']) => {
  // Loaded when the first file is saved.
  if (!scene) return;
  import('../share/save.js').then(
    ({ saveGraph }) => saveGraph(scene, as),
    () => tellNotLoaded(),
  );
};

const SHARE: readonly Command[] = [
  {
    id: 'copy-link',
    section: 'Share',
    name: 'Copy a link to this view',
    also: 'url address share',
    run: () => void copyLink(),
  },
  {
    id: 'picture',
    section: 'Share',
    name: 'Save a picture…',
    also: 'png svg image export download',
    run: () => setPictureOpen(true),
  },
  {
    id: 'gexf',
    section: 'Share',
    name: 'Save as GEXF for Gephi',
    also: 'export download',
    run: ({ scene }) => save('gexf', scene),
  },
  {
    id: 'json',
    section: 'Share',
    name: 'Save what is shown as JSON',
    also: 'export download',
    run: ({ scene }) => save('json', scene),
  },
  {
    id: 'csv-nodes',
    section: 'Share',
    name: 'Save the nodes as CSV',
    also: 'export download table',
    run: ({ scene }) => save('nodes', scene),
  },
  {
    id: 'csv-links',
    section: 'Share',
    name: 'Save the links as CSV',
    also: 'export download table edges',
    run: ({ scene }) => save('links', scene),
  },
];

const PAGE: readonly Command[] = [
  {
    id: 'appearance',
    section: 'Page',
    name: ({ state }) => (isDark(state.appearance) ? 'Switch to light' : 'Switch to dark'),
    also: 'theme dark light mode',
    run: ({ state }) => setAppearance(oppositeAppearance(state.appearance)),
  },
  { id: 'help', section: 'Page', name: 'Keys, and how to read the graph', keys: ['?'], run: () => setHelpOpen(true) },
];

export const COMMANDS: readonly Command[] = [...GO, ...WALK, ...VIEW, ...SHARE, ...PAGE];
