/** A lineage as text for programs that draw: Mermaid and Graphviz. */
import { compareText, isUnsure, type LineageAnswer, type LineageStep } from '../model/index.js';
import { monthOf } from './dates.js';
import { stepWords, whenWords } from './words.js';

/** A flowchart from the older on the left to the newer on the right; the main path in thick lines, unsure steps in broken ones. */
export function writeMermaid({ methods, steps, of }: LineageAnswer): string {
  const keys = new Map(methods.map(({ id }, place) => [id, `m${place}`]));
  // Everything that Mermaid or Markdown would read as its own is written as an entity.
  const written = (text: string) => text.replace(/[^\p{L}\p{N} .,:+-]/gu, (sign) => `#${sign.codePointAt(0)};`);
  const lines = ['flowchart LR'];
  for (const method of methods) {
    lines.push(`  ${keys.get(method.id)}["${written(method.name)}<br/>${written(whenWords(method))}"]`);
  }
  const drawn = steps.filter(({ over }) => over === undefined);
  for (const step of drawn) {
    lines.push(`  ${keys.get(step.tail)} ${arrow(step)}|${stepWords(step)}| ${keys.get(step.head)}`);
  }
  for (const [place, step] of drawn.entries()) {
    // There is no arrow that is both thick and broken.
    if (step.main && isUnsure(step)) lines.push(`  linkStyle ${place} stroke-dasharray:4 3`);
  }
  if (of !== undefined) lines.push(`  style ${keys.get(of)} stroke-width:3px`);
  return `${lines.join('\n')}\n`;
}

function arrow(step: LineageStep): string {
  if (step.main) return '==>';
  return isUnsure(step) ? '-.->' : '-->';
}

/** A graph for `dot`: the months stand in a row from left to right, and each method below its month. */
export function writeDot({ methods, steps, of }: LineageAnswer): string {
  const quote = (text: string) => `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\s+/g, ' ')}"`;
  const lines = ['digraph lineage {', '  rankdir=LR;', '  node [shape=box, style=rounded, fontname="sans-serif"];'];
  for (const method of methods) {
    const label = `${quote(`${method.name} (${whenWords(method)})`)}`;
    const width = method.id === of ? ', penwidth=3' : '';
    const source = method.paper ? `, tooltip=${quote(method.paper.title)}` : '';
    lines.push(`  ${quote(method.id)} [label=${label}${source}${width}];`);
  }
  const months = new Map<string, string[]>();
  for (const { id, date } of methods) {
    const month = monthOf(date);
    if (month !== undefined) months.set(month, [...(months.get(month) ?? []), id]);
  }
  const axis = [...months.keys()].sort(compareText);
  if (axis.length > 0)
    lines.push('  node [shape=plaintext];', `  ${axis.map(quote).join(' -> ')} [style=dotted, arrowhead=none];`);
  for (const month of axis) {
    lines.push(`  { rank=same; ${[month, ...(months.get(month) ?? [])].map(quote).join('; ')}; }`);
  }
  for (const step of steps) {
    if (step.over) continue;
    const said = (step.statements[0] ?? step.naming)?.evidence ?? step.rule ?? '';
    const style = `${step.main ? ', penwidth=3' : ''}${isUnsure(step) ? ', style=dashed' : ''}`;
    lines.push(
      `  ${quote(step.tail)} -> ${quote(step.head)} [label=${quote(stepWords(step))}, tooltip=${quote(said)}${style}];`,
    );
  }
  return `${[...lines, '}'].join('\n')}\n`;
}
