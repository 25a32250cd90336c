/**
 * What the console is about, and how that stands in the address: the query that is written (`cypher`, with a `param` for
 * each parameter), the ready question that is open (`question`, with a `value` for each that is not the usual one), which of
 * the two was asked (`asked`), and how its answer is looked at (`answer`, `rows-by`). An answer is asked for again where a
 * link is opened: a link holds no rows, and a graph that was built anew gives its own.
 */
import { type Order, readOrder, writeOrder } from '../table/order.js';

export const TABS = { questions: 'Questions', cypher: 'Cypher', recent: 'Recent' } as const;
export type Tab = keyof typeof TABS;

/** What was typed for each parameter, by its name. */
export type Typed = Readonly<Record<string, string>>;

export interface Written {
  readonly cypher: string;
  readonly typed: Typed;
}

export interface Ready {
  /** The name of a query that is ready to ask. */
  readonly question: string;
  /** Of its parameters, those that are not as usual. */
  readonly typed: Typed;
}

export interface Asking {
  readonly tab: Tab;
  readonly written: Written;
  /** The ready question whose form is open. */
  readonly form: Ready | undefined;
  /** What was asked last: another object for each time. */
  readonly asked: Written | Ready | undefined;
  /** Whether it was asked for as many rows as the server gives. */
  readonly all: boolean;
  readonly asJson: boolean;
  readonly order: Order | undefined;
  /** Whether what the answer speaks of is drawn: among what is shown, or by itself. */
  readonly drawn: 'among' | 'alone' | undefined;
}

/** How a new answer is looked at. */
export const NEW_ANSWER = { all: false, asJson: false, order: undefined, drawn: undefined } as const;

export const NOTHING_ASKED: Asking = {
  tab: 'questions',
  written: { cypher: '', typed: {} },
  form: undefined,
  asked: undefined,
  ...NEW_ANSWER,
};

const KEYS = ['tab', 'cypher', 'param', 'question', 'value', 'asked', 'answer', 'rows-by'] as const;
/** A hand-made address is not to fill the memory. */
const MOST_PARAMETERS = 50;

export function writeAsking(query: URLSearchParams, asking: Asking): void {
  for (const key of KEYS) query.delete(key);
  const { tab, written, form, asked, all, asJson, order, drawn } = asking;
  if (tab !== 'questions') query.set('tab', tab);
  if (written.cypher !== '') query.set('cypher', written.cypher);
  writeTyped(query, 'param', written.typed);
  if (form) {
    query.set('question', form.question);
    writeTyped(query, 'value', form.typed);
  }
  if (!asked) return;
  // Mostly it still stands where it was asked; what was changed since needs both.
  query.set('asked', same(asked, written) ? 'cypher' : same(asked, form) ? 'question' : JSON.stringify(asked));
  const words = [all ? 'all' : '', asJson ? 'json' : '', drawn ?? ''].filter((word) => word !== '');
  if (words.length > 0) query.set('answer', words.join(','));
  writeOrder(query, 'rows-by', order);
}

/** Undefined where the address says nothing of a console; what cannot be read is as usual. */
export function readAsking(query: URLSearchParams): Asking | undefined {
  if (!KEYS.some((key) => query.has(key))) return undefined;
  const tab = query.get('tab') ?? '';
  const written = { cypher: query.get('cypher') ?? '', typed: readTyped(query, 'param') };
  const question = query.get('question');
  const form = question ? { question, typed: readTyped(query, 'value') } : undefined;
  const asked = readAsked(query.get('asked'), written, form);
  const words = new Set((asked && query.get('answer')?.split(',')) ?? []);
  return {
    tab: tab === 'cypher' || tab === 'recent' ? tab : 'questions',
    written,
    form,
    asked,
    all: words.has('all'),
    asJson: words.has('json'),
    order: asked && readOrder(query, 'rows-by'),
    drawn: words.has('alone') ? 'alone' : words.has('among') ? 'among' : undefined,
  };
}

/** Whether both ask the same. */
export function same(a: Written | Ready | undefined, b: Written | Ready | undefined): boolean {
  const text = (one: Written | Ready | undefined) =>
    one && JSON.stringify([Object.entries(one).filter(([key]) => key !== 'typed'), sorted(one.typed)]);
  return text(a) === text(b);
}

function readAsked(text: string | null, written: Written, form: Ready | undefined): Written | Ready | undefined {
  // Others than what stands in the console, so that asking again is another asking.
  if (text === 'cypher') return written.cypher === '' ? undefined : { ...written };
  if (text === 'question') return form && { ...form };
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null || !('typed' in value)) return undefined;
    const typed = typedOf(Object.entries(value.typed ?? {}));
    if ('cypher' in value && typeof value.cypher === 'string' && value.cypher !== '')
      return { cypher: value.cypher, typed };
    if ('question' in value && typeof value.question === 'string' && value.question !== '')
      return { question: value.question, typed };
  } catch {
    // Somebody's own words: nothing was asked.
  }
  return undefined;
}

function writeTyped(query: URLSearchParams, key: string, typed: Typed): void {
  for (const [name, value] of sorted(typed)) query.append(key, `${name}:${value}`);
}

function readTyped(query: URLSearchParams, key: string): Typed {
  return typedOf(
    query.getAll(key).flatMap((each): [string, unknown][] => {
      const colon = each.indexOf(':');
      return colon < 0 ? [] : [[each.slice(0, colon), each.slice(colon + 1)]];
    }),
  );
}

/** Names are words; a name of an object's own, such as `__proto__`, is one like the others. */
function typedOf(entries: readonly (readonly [string, unknown])[]): Typed {
  const known = entries.filter(
    (entry): entry is readonly [string, string] => /^\w+$/.test(entry[0]) && typeof entry[1] === 'string',
  );
  return Object.fromEntries(known.slice(0, MOST_PARAMETERS));
}

function sorted(typed: Typed): [string, string][] {
  return Object.entries(typed).sort(([a], [b]) => (a < b ? -1 : 1));
}
