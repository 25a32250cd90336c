/** Inside the brackets of a function, what it takes: the part that is being written stands out. */
import { type EditorState, StateField } from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view';
import { announce } from '../state/store.js';
import { withoutTexts } from './parameters.js';
import { FUNCTIONS } from './words.js';

interface Signature {
  readonly name: string;
  /** What stands between its brackets, part by part. */
  readonly parts: readonly string[];
  /** Which of the parts is being written. */
  readonly current: number;
  readonly does: string;
  /** Where its name begins. */
  readonly from: number;
}

const BY_NAME = new Map(FUNCTIONS.map((known) => [known[0].toLowerCase(), known]));

/** The innermost function in whose brackets one writes. */
export function signatureAt(text: string, at: number): Signature | undefined {
  const before = withoutTexts(text.slice(0, at));
  const open: { sign: string; at: number; commas: number }[] = [];
  for (let i = 0; i < before.length; i++) {
    const sign = before.charAt(i);
    const innermost = open.at(-1);
    if ('([{'.includes(sign)) open.push({ sign, at: i, commas: 0 });
    else if (')]}'.includes(sign)) open.pop();
    else if (sign === ',' && innermost) innermost.commas++;
  }
  for (const { sign, at: bracket, commas } of open.reverse()) {
    const name = sign === '(' ? /(?<!\w)([A-Za-z]\w*)\s*$/.exec(before.slice(0, bracket))?.[1] : undefined;
    const known = name === undefined ? undefined : BY_NAME.get(name.toLowerCase());
    if (!known) continue;
    const [called, takes, does] = known;
    const parts = takes.slice(1, -1).split(', ');
    return {
      name: called,
      parts,
      current: Math.min(commas, parts.length - 1),
      does,
      from: before.lastIndexOf(name ?? '', bracket),
    };
  }
  return undefined;
}

function find(state: EditorState): Signature | undefined {
  const { main } = state.selection;
  return main.empty ? signatureAt(state.doc.toString(), main.head) : undefined;
}

function tooltipOf({ name, parts, current, does, from }: Signature): Tooltip {
  return {
    pos: from,
    above: true,
    create: () => {
      const dom = document.createElement('div');
      dom.className = 'cm-signature';
      const written = dom.appendChild(document.createElement('code'));
      written.append(`${name}(`);
      for (const [i, part] of parts.entries()) {
        if (i > 0) written.append(', ');
        const one = written.appendChild(document.createElement(i === current ? 'b' : 'span'));
        one.textContent = part;
      }
      written.append(')');
      dom.appendChild(document.createElement('span')).textContent = does;
      return { dom };
    },
  };
}

const field = StateField.define<Signature | undefined>({
  create: find,
  update: (value, { state, docChanged, selection }) => (docChanged || selection ? find(state) : value),
  provide: (from) => showTooltip.from(from, (signature) => (signature && tooltipOf(signature)) || null),
});

/** Shows what a function takes while one writes it, and says it to those who listen. */
export const signatureHelp = [
  field,
  EditorView.updateListener.of(({ state, startState }) => {
    const now = state.field(field);
    const before = startState.field(field, false);
    if (now && (now.name !== before?.name || now.from !== before.from))
      announce(`${now.name}(${now.parts.join(', ')}): ${now.does}`);
  }),
];
