/** How the editor looks; its lists stand outside the drawer, and only a theme reaches them there. */
import { EditorView } from '@codemirror/view';

const CODE = 'ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace';
const ROOM = '6px 10px';

export const editorTheme = EditorView.theme({
  '&': { height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { padding: '4px 2px', font: `13px / 1.55 ${CODE}`, fontFeatureSettings: 'normal' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-placeholder': { color: 'var(--secondary)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--accent) 22%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': { background: 'var(--softer)' },
  '.cm-lintRange-error': {
    paddingBottom: '1px',
    background: 'color-mix(in srgb, var(--accent) 14%, transparent)',
    boxShadow: 'inset 0 -2px var(--accent)',
  },
  '.cm-tooltip': {
    zIndex: '10',
    overflow: 'hidden',
    border: '0',
    borderRadius: '8px',
    background: 'var(--card)',
    boxShadow: 'var(--shadow)',
    color: 'var(--ink)',
    fontSize: '13px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxWidth: 'min(440px, 92vw)',
    padding: '4px',
    font: `13px / 1.5 ${CODE}`,
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '20px',
    padding: '2px 8px',
    borderRadius: '6px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--softer)', color: 'var(--ink)' },
  '.cm-completionMatchedText': { fontWeight: '650', textDecoration: 'none' },
  '.cm-completionDetail': { margin: '0', color: 'var(--secondary)', fontStyle: 'normal' },
  '.cm-tooltip.cm-completionInfo': { margin: '0 4px', padding: ROOM },
  '.cm-signature': { display: 'flex', flexWrap: 'wrap', gap: '2px 14px', maxWidth: 'min(440px, 92vw)', padding: ROOM },
  '.cm-signature code': { font: `13px / 1.5 ${CODE}` },
  '.cm-signature b': { fontWeight: '700', textDecoration: 'underline', textUnderlineOffset: '3px' },
  '.cm-signature > span': { color: 'var(--secondary)' },
  '.cm-diagnostic': { padding: ROOM, borderLeft: '2px solid var(--accent)' },
});
