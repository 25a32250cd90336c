/** Why two names are one node, or two, as far as the graph and `curation.yaml` can tell. */
import {
  type CurationEdit,
  type EntityNode,
  fold,
  formatEdit,
  type GraphEdge,
  type Join,
  joinChain,
  joinSentence,
} from '../model/index.js';
import { numberSignature } from '../resolve/index.js';

/** A name as it was asked for (of an id the name), and the form of the node that it is. */
export interface AskedName {
  readonly text: string;
  readonly form: string;
  readonly node: EntityNode;
}

export interface Explanation {
  readonly same: boolean;
  /** From the first form to the second, where they are one node and the graph knows. */
  readonly chain: readonly Join[];
  /** Plain sentences, without their full stops. */
  readonly reasons: readonly string[];
}

/** The form of the node that is meant by a text: as written, else in another spelling, else (by an id) the name. */
export function formMeant(text: string, node: EntityNode): string {
  const forms = [node.name, ...node.aliases];
  return forms.find((form) => form === text) ?? forms.find((form) => fold(form) === fold(text)) ?? node.name;
}

export function explainNames(
  a: AskedName,
  b: AskedName,
  edges: readonly GraphEdge[],
  edits: readonly CurationEdit[],
): Explanation {
  if (a.node.id !== b.node.id) return { same: false, chain: [], reasons: whyTwo(a.node, b.node, edges, edits) };
  const chain = joinChain(a.node.joins ?? [], a.form, b.form);
  if (a.form === b.form) {
    const isSpelling = a.text !== b.text && fold(a.text) === fold(b.text);
    const reason = isSpelling ? spellingSentence(a.text, b.text) : `both are "${a.form}"`;
    return { same: true, chain: [], reasons: [reason] };
  }
  if (chain) return { same: true, chain, reasons: chain.map(joinSentence) };
  const reason =
    fold(a.form) === fold(b.form)
      ? spellingSentence(a.form, b.form)
      : `the papers that write "${a.form}" and "${b.form}" name the same thing by them`;
  return { same: true, chain: [], reasons: [reason] };
}

function spellingSentence(a: string, b: string): string {
  return joinSentence({ a, b, rule: 'spelling', score: 1, papers: [] });
}

function whyTwo(a: EntityNode, b: EntityNode, edges: readonly GraphEdge[], edits: readonly CurationEdit[]): string[] {
  const reasons = [
    ...edits
      .filter((edit) => splits(edit, a, b) || splits(edit, b, a))
      .map((edit) => `curation.yaml says: ${formatEdit(edit)}`),
    ...families(a, b, edges),
  ];
  const [one, other] = [numberSignature(a.name), numberSignature(b.name)];
  if (one !== other) {
    const say = (name: string, found: string) => `"${name}" has ${found === '' ? 'no number' : found}`;
    reasons.push(
      `they differ in a number, so they are two versions or sizes: ${say(a.name, one)}, ${say(b.name, other)}`,
    );
  }
  const shared = [a.name, ...a.aliases].find((form) => [b.name, ...b.aliases].includes(form));
  if (shared !== undefined) {
    reasons.push(
      shared === a.name && shared === b.name
        ? `papers use "${shared}" in two senses`
        : `papers define "${shared}" in two ways: as "${a.name}" and as "${b.name}"`,
    );
  }
  if (a.label !== b.label) reasons.push(`the papers speak of a ${a.label} and of a ${b.label}`);
  if (reasons.length === 0) reasons.push('nothing joins them: no spelling, no definition of a paper, no decision');
  return reasons;
}

/** Whether the edit took a form of one node from the other. */
function splits(edit: CurationEdit, part: EntityNode, whole: EntityNode): boolean {
  if (!('split' in edit)) return false;
  const has = (node: EntityNode, text: string) =>
    node.id === text || [node.name, ...node.aliases].some((form) => fold(form) === fold(text));
  return has(part, edit.split) && has(whole, edit.from);
}

function families(a: EntityNode, b: EntityNode, edges: readonly GraphEdge[]): string[] {
  const familyOf = new Map<string, string>();
  for (const { type, source, target } of edges) if (type === 'VARIANT_OF') familyOf.set(source, target);
  if (familyOf.get(a.id) === b.id) return [`"${a.name}" is a variant of "${b.name}"`];
  if (familyOf.get(b.id) === a.id) return [`"${b.name}" is a variant of "${a.name}"`];
  const family = familyOf.get(a.id);
  return family !== undefined && family === familyOf.get(b.id) ? [`both are variants of ${family}`] : [];
}
