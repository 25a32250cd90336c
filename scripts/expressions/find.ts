/** The regular expressions of a source file: literals, and `new RegExp` of texts that the file itself spells out. */
import { parseSync } from 'vite';

export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A node of the syntax tree (ESTree); what is not asked for stays unknown. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** @param file its name decides how it is parsed: `.ts` or `.tsx` */
export function findExpressions(file: string, text: string): Expression[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const constants = new Map<string, unknown>();
  const found: Expression[] = [];
  const lineOf = (place: number) => text.slice(0, place).split('\n').length;
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' && isNode(node['id']))
      constants.set(String(node['id']['name']), node['init']);
  });
  walk(program, (node) => {
    if (node.type === 'Literal' && 'regex' in node) {
      const { pattern, flags } = node['regex'] as { pattern: string; flags: string };
      found.push({ source: pattern, flags, line: lineOf(node.start) });
    }
    const { callee } = node;
    if (node.type !== 'NewExpression' || !isNode(callee) || callee['name'] !== 'RegExp') return;
    const [source, flags] = (node['arguments'] as unknown[]).map((part) => spelled(part, constants));
    if (source !== undefined) found.push({ source, flags: flags ?? '', line: lineOf(node.start) });
  });
  return found;
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  if (!isNode(value)) return;
  visit(value);
  for (const [key, child] of Object.entries(value)) if (key !== 'regex') walk(child, visit);
}

/** The text of an expression of constants; undefined where something else goes into it. */
function spelled(value: unknown, constants: ReadonlyMap<string, unknown>): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === 'Literal') return typeof value['value'] === 'string' ? value['value'] : undefined;
  if (value.type === 'Identifier') return spelled(constants.get(String(value['name'])), constants);
  if (value.type !== 'TemplateLiteral') return undefined;
  const quasis = value['quasis'] as { value: { cooked: string } }[];
  const parts = (value['expressions'] as unknown[]).map((part) => spelled(part, constants));
  if (parts.includes(undefined)) return undefined;
  return quasis.map((quasi, i) => quasi.value.cooked + (parts[i] ?? '')).join('');
}
