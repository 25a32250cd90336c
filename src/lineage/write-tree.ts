/** A lineage as a tree for the terminal: what a method came from, then what came from it, with dates and papers. */
import { isUnsure, type LineageAnswer, type LineageMethod, type LineageStep } from '../model/index.js';
import { evidenceWords, stepWords, whenWords } from './words.js';

export interface TreeOptions {
  /** Whether the sentence of each step is written below it. */
  readonly evidence: boolean;
  /** Makes what stands on the main path stand out. */
  readonly strong: (text: string) => string;
}

/** @returns lines without their ends */
export function writeTree(answer: LineageAnswer, options: TreeOptions): string[] {
  const root = answer.methods.find(({ id }) => id === answer.of);
  if (!root) return writeMainPaths(answer, options);
  const lines = [`${options.strong(root.name)}  ${aboutWords(root)}`];
  const shownOf = (count: number) => (answer.shown < answer.total ? ` (${count} shown)` : '');
  for (const [side, heading] of [
    ['back', 'came from'],
    ['forth', 'gave rise to'],
  ] as const) {
    const count = answer.methods.filter(({ steps }) => (side === 'back' ? steps < 0 : steps > 0)).length;
    if (count === 0) continue;
    lines.push('', `${heading}${shownOf(count)}`);
    new Branches(answer, side, options).write(root.id, '', lines);
  }
  if (lines.length === 1) lines.push('', 'No step from it or to it is known.');
  if (answer.shown < answer.total) lines.push('', `${answer.shown} of ${answer.total} methods; --limit shows more`);
  return lines;
}

function aboutWords(method: LineageMethod): string {
  const papers = `${method.papers} ${method.papers === 1 ? 'paper' : 'papers'}`;
  return [method.label.toLowerCase(), whenWords(method), method.paper?.id, papers].filter(Boolean).join(' · ');
}

class Branches {
  readonly #steps = new Map<string, LineageStep[]>();
  readonly #methods: ReadonlyMap<string, LineageMethod>;
  readonly #side: 'back' | 'forth';
  readonly #options: TreeOptions;
  readonly #written = new Set<string>();

  constructor({ methods, steps, of }: LineageAnswer, side: 'back' | 'forth', options: TreeOptions) {
    this.#methods = new Map(methods.map((method) => [method.id, method]));
    this.#side = side;
    this.#options = options;
    const sign = side === 'back' ? -1 : 1;
    for (const step of steps) {
      const [from, to] = side === 'back' ? [step.head, step.tail] : [step.tail, step.head];
      const [near, far] = [this.#methods.get(from), this.#methods.get(to)];
      if (step.over || !near || !far || sign * far.steps <= 0 || (near.steps * sign <= 0 && from !== of)) continue;
      const list = this.#steps.get(from);
      if (list) list.push(step);
      else this.#steps.set(from, [step]);
    }
    for (const list of this.#steps.values()) {
      list.sort((a, b) => Number(b.main) - Number(a.main) || this.#compare(a, b));
    }
  }

  /** Ancestors by evidence, descendants by date. */
  #compare(a: LineageStep, b: LineageStep): number {
    const dateOf = (step: LineageStep) => this.#methods.get(this.#far(step))?.date ?? '~';
    if (this.#side === 'forth' && dateOf(a) !== dateOf(b)) return dateOf(a) < dateOf(b) ? -1 : 1;
    return b.weight - a.weight || (this.#far(a) < this.#far(b) ? -1 : 1);
  }

  #far(step: LineageStep): string {
    return this.#side === 'back' ? step.tail : step.head;
  }

  write(id: string, indent: string, lines: string[]): void {
    const steps = this.#steps.get(id) ?? [];
    for (const [place, step] of steps.entries()) {
      const last = place === steps.length - 1;
      const method = this.#methods.get(this.#far(step));
      if (!method) continue;
      const again = this.#written.has(method.id);
      this.#written.add(method.id);
      const name = step.main ? this.#options.strong(method.name) : method.name;
      const what = this.#side === 'back' ? `${stepWords(step)} ${name}` : `${name} ${stepWords(step)} it`;
      lines.push(`${indent}${last ? '└─' : '├─'} ${what}  ${this.#tail(method, step, again)}`);
      const deeper = `${indent}${last ? '   ' : '│  '}`;
      if (this.#options.evidence) {
        const goesOn = !again && (this.#steps.get(method.id)?.length ?? 0) > 0;
        lines.push(`${deeper}${goesOn ? '│ ' : '  '} ${evidenceWords(step)}`);
      }
      if (!again) this.write(method.id, deeper, lines);
    }
  }

  #tail(method: LineageMethod, step: LineageStep, again: boolean): string {
    const more = step.statements.length - 1;
    const source = step.statements[0]?.paper ?? 'from the name';
    const parts = [whenWords(method), more > 0 ? `${source} and ${more} more` : source];
    if (isUnsure(step)) parts.push('unsure');
    if (method.generic) parts.push('common');
    if (method.hidden) parts.push(`${method.hidden} folded`);
    if (again) parts.push('as above');
    return parts.join(' · ');
  }
}

/** Chains one below the other, from the newest to the oldest, with the sentence of each step. */
function writeMainPaths({ methods, steps }: LineageAnswer, { strong }: TreeOptions): string[] {
  const byId = new Map(methods.map((method) => [method.id, method]));
  const onwards = new Map(steps.map((step) => [step.head, step]));
  const olds = new Set(steps.map(({ tail }) => tail));
  const lines: string[] = [];
  for (const start of methods.filter(({ id }) => !olds.has(id) && onwards.has(id))) {
    if (lines.length > 0) lines.push('');
    let name = (text: string) => text;
    for (let at: LineageMethod | undefined = start; at; ) {
      const step = onwards.get(at.id);
      if (at === start && step?.main) name = strong;
      lines.push(`${name(at.name)}  ${whenWords(at)}${at.paper ? ` · ${at.paper.id}` : ''}`);
      if (step) lines.push(`  ${stepWords(step)}${isUnsure(step) ? ' (unsure)' : ''}  ${evidenceWords(step)}`);
      at = step && byId.get(step.tail);
    }
  }
  return lines.length > 0 ? lines : ['No step between two methods is known.'];
}

const RELATIONS: Record<NonNullable<LineageAnswer['relation']>, (from: string, to: string, both: string) => string> = {
  descends: (from, to) => `${from} came from ${to}.`,
  'is an ancestor': (from, to) => `${to} came from ${from}.`,
  'common ancestor': (from, to, both) => `Neither of ${from} and ${to} came from the other; both came from ${both}.`,
  none: (from, to) => `No chain of steps joins ${from} and ${to}.`,
};

/** The way between two methods: each step of the main chain with its sentence, then those of further chains. */
export function writeRelation(answer: LineageAnswer, { strong }: TreeOptions): string[] {
  const nameOf = new Map(answer.methods.map(({ id, name }) => [id, name]));
  const name = (id: string | undefined) => nameOf.get(id ?? '') ?? id ?? '';
  const lines = [RELATIONS[answer.relation ?? 'none'](name(answer.of), name(answer.to), name(answer.mainPath.at(-1)))];
  const ordered = [...answer.steps].sort((a, b) => Number(b.main) - Number(a.main));
  for (const step of ordered) {
    const mark = step.main ? strong : (text: string) => text;
    const when = answer.methods.find(({ id }) => id === step.head);
    lines.push(
      '',
      `${mark(name(step.head))} ${stepWords(step)} ${mark(name(step.tail))}  ${[when && whenWords(when), isUnsure(step) && 'unsure'].filter(Boolean).join(' · ')}`,
    );
    if (step.statements.length === 0) lines.push(`  ${evidenceWords(step)}`);
    for (const { paper, evidence } of step.statements) lines.push(`  ${paper}: ${evidence.replace(/\s+/g, ' ')}`);
  }
  return lines;
}
