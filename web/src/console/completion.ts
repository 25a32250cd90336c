/** What may be written next: labels, types and properties of the graph at hand, by the server's schemas and counts. */
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { NeighbourSchema, NodeDetailSchema } from '../../../src/serve/schemas.js';
import type { Stats } from '../api/types.js';
import { formatCount } from '../ui/words.js';
import { withoutTexts } from './parameters.js';
import { FUNCTIONS, KEYWORDS } from './words.js';

/** Names of things that stand in the answer's JSON but not in the databases. */
const NOT_STORED = new Set(['label', 'type', 'source', 'target', 'joins']);

/** Properties by label and by type, from the schemas that check every answer. */
const PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...NodeDetailSchema.shape.node.options.map(({ shape }) => [shape.label, shape] as const),
    ...NeighbourSchema.shape.edge.options.map(({ shape }) => [shape.type, shape] as const),
  ].flatMap(([of, shape]) => {
    const properties = Object.keys(shape).filter((key) => !NOT_STORED.has(key));
    const names = 'options' in of ? of.options : [...of.values];
    return names.map((name) => [name, properties] as const);
  }),
);

export const PROPERTY_NAMES: readonly string[] = [...new Set([...PROPERTIES.values()].flat())];

/** @returns a source of completions for the graph that has these labels and types */
export function completionFor({ nodes, edges }: Stats): (context: CompletionContext) => CompletionResult | null {
  const present = (counts: Readonly<Record<string, number>>, type: string): Completion[] =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([label, count]) => ({ label, type, detail: formatCount(count) }));
  const labels = present(nodes, 'class');
  const types = present(edges, 'interface');

  return (context) => {
    // The list comes a moment after the key: by then one may be elsewhere.
    if (!context.explicit && context.view?.hasFocus === false) return null;
    const before = withoutTexts(context.state.sliceDoc(0, context.pos));
    const whole = withoutTexts(context.state.doc.toString());
    const word = /(?<![\p{L}\w])[\p{L}\w]*$/u.exec(before)?.[0] ?? '';
    const lead = before.slice(0, before.length - word.length);
    // Without the word that is being written, which is no name yet.
    const around = `${lead} ${whole.slice(context.pos)}`;
    const from = context.pos - word.length;
    // What is written out needs no list, which would take the next Enter.
    const give = (options: readonly Completion[]): CompletionResult | null =>
      options.length > 0 && !options.some(({ label }) => label.toUpperCase() === word.toUpperCase())
        ? { from, options }
        : null;

    if (/\$$/.test(lead)) return give(namesOf(/\$(\w+)/g, around, 'constant'));
    if (namesLabel(lead) && !insideMap(lead)) return give(openBracket(lead) === '[' ? types : labels);
    const variable = /(?<![\p{L}\w])([\p{L}\w]+)\.$/u.exec(lead)?.[1];
    if (variable !== undefined) return give(properties(labelsOf(variable, whole)));
    if (insideMap(lead) && /[{,]\s*$/.test(lead)) {
      const map = lead.slice(lead.lastIndexOf('}') + 1);
      const owner = /[([]\s*(?:[\p{L}\w]+\s*)?:\s*([\w|]+)\s*\{/u.exec(map)?.[1];
      return give(properties(owner?.split('|') ?? []));
    }
    if (word === '' && !context.explicit) return null;
    return give([
      ...namesOf(/(?:[([]\s*|\bAS\s+)([\p{L}_]\w*)/giu, around, 'variable'),
      ...KEYWORDS.map((label) => ({ label, type: 'keyword', apply: `${label} ` })),
      ...FUNCTIONS.map(([label, takes, does]) => ({
        label,
        type: 'function',
        detail: takes,
        info: does,
        apply: `${label}(`,
      })),
    ]);
  };
}

function namesOf(pattern: RegExp, text: string, type: string): Completion[] {
  const keywords = new Set<string>(KEYWORDS);
  const names = new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
  return [...names].filter((label) => !keywords.has(label.toUpperCase())).map((label) => ({ label, type, boost: 1 }));
}

/** Those of these labels or types; of all where none is known. */
function properties(of: readonly string[]): Completion[] {
  const known = of.filter((name) => PROPERTIES.has(name));
  const counted = new Map<string, string[]>();
  for (const [name, list] of PROPERTIES) {
    if (known.length > 0 && !known.includes(name)) continue;
    for (const property of list) counted.set(property, [...(counted.get(property) ?? []), name]);
  }
  return [...counted].map(([label, owners]) => ({
    label,
    type: 'property',
    detail: owners.length > 2 ? '' : owners.join(', '),
  }));
}

/** What a variable stands for, as the pattern says: `(p:Paper)`, `[r:USES|STUDIES]`. */
function labelsOf(variable: string, text: string): string[] {
  const found = new RegExp(`[(\\[]\\s*${variable}\\s*:\\s*([\\w|\\s]+)`, 'u').exec(text)?.[1];
  return found?.split('|').map((name) => name.trim()) ?? [];
}

/** A label or a type comes next: after a colon, or after `|` or `&` between names behind one. */
function namesLabel(lead: string): boolean {
  const colon = lead.lastIndexOf(':');
  const after = lead.slice(colon + 1);
  return colon >= 0 && lead[colon - 1] !== ':' && /^[\w|&!\s]*$/.test(after) && /(?:^|[|&])\s*!?$/.test(after);
}

/** The innermost bracket that is open at the end of the text. */
function openBracket(text: string): string | undefined {
  const open: string[] = [];
  for (const sign of text) {
    if ('([{'.includes(sign)) open.push(sign);
    else if (')]}'.includes(sign)) open.pop();
  }
  return open.at(-1);
}

function insideMap(text: string): boolean {
  return openBracket(text) === '{';
}
