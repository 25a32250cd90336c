/** `stemma why A B`: why two names are one node, or two. */
import { readCuration } from '../../curation/index.js';
import type { EntityNode, Join } from '../../model/index.js';
import { fewMeant, NameIndex } from '../../resolve/index.js';
import { readGraph } from '../../store/index.js';
import { type AskedName, explainNames, formMeant } from '../explain-names.js';
import type { Terminal } from '../terminal.js';

export interface WhyOptions {
  graph: string;
  json?: boolean;
}

/** Papers that are named behind a step. */
const SHOWN_PAPERS = 3;

export async function runWhy(terminal: Terminal, a: string, b: string, options: WhyOptions): Promise<void> {
  const { graph } = await readGraph(options.graph);
  const { edits } = await readCuration(options.graph);
  const entities = graph.nodes.filter((node): node is EntityNode => 'aliases' in node);
  const [one, other] = [ask(entities, a), ask(entities, b)];
  const { same, chain, reasons } = explainNames(one, other, graph.edges, edits);
  if (options.json) {
    const shown = ({ form, node: { id, label, name } }: AskedName) => ({ form, id, label, name });
    terminal.print(JSON.stringify({ same, a: shown(one), b: shown(other), chain, reasons }));
    return;
  }
  const node = ({ node: { id, name, label } }: AskedName) => `"${name}" (${label}, ${id})`;
  terminal.print(
    same
      ? `"${one.text}" and "${other.text}" are one node: ${node(one)}.`
      : `"${one.text}" and "${other.text}" are two nodes: ${node(one)} and ${node(other)}.`,
  );
  for (const [position, reason] of reasons.entries()) terminal.print(`- ${reason}${proof(chain[position])}.`);
}

function ask(entities: readonly EntityNode[], text: string): AskedName {
  const node = new NameIndex(fewMeant(entities, text)).one(text);
  return { text: text === node.id ? node.name : text, node, form: formMeant(text, node) };
}

function proof(join: Join | undefined): string {
  if (!join || join.rule === 'curation') return '';
  const sure = join.score < 1 ? [`${Math.round(join.score * 100)} % sure`] : [];
  const shown = [...sure, join.papers.slice(0, SHOWN_PAPERS).join(', ')].filter((part) => part !== '');
  return shown.length === 0 ? '' : ` (${shown.join('; ')})`;
}
