/**
 * What is typed over a selection is put in by the editor. The browser would keep the look of what it replaces, in a style
 * of its own on the text, which the page's policy refuses.
 */
import { EditorView } from '@codemirror/view';

export const replaceSelection = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { data, inputType } = event;
    const selection = document.getSelection();
    // The browser's own range: of what was selected a moment ago the editor may not know yet.
    const range = event.getTargetRanges()[0] ?? (selection?.rangeCount ? selection.getRangeAt(0) : undefined);
    if (!range || range.collapsed || inputType !== 'insertText' || data === null || view.composing) return false;
    const from = view.posAtDOM(range.startContainer, range.startOffset);
    const to = view.posAtDOM(range.endContainer, range.endOffset);
    const insert = () =>
      view.state.update({
        changes: { from, to, insert: data },
        selection: { anchor: from + data.length },
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    // Brackets close themselves there, for one.
    const taken = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert));
    if (!taken) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});
