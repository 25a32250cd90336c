/** An expression whose parts are written anew one after the other, the inner ones first. */
import type { Plain } from '../parse/operators.js';
import type { Expression, Span } from '../parse/syntax.js';
import type { Piece } from '../rope.js';
import type { Translation } from '../translation.js';

export class Rewriting {
  /** Of the parts each is translated when its text is asked for first: what is compared by its id needs no more. */
  readonly #written = new Map<Expression, Piece[]>();
  #replaced: { span: Span; by: Piece[] }[] = [];
  constructor(
    readonly t: Translation,
    readonly parts: readonly Expression[],
  ) {}

  text({ start, end }: Span): Piece[] {
    const inside = (span: Span) => span.start >= start && span.end <= end;
    const replaced = this.#replaced.filter(({ span }) => inside(span));
    const left = this.parts.filter(
      (part) => inside(part) && !replaced.some(({ span }) => part.start >= span.start && part.end <= span.end),
    );
    return this.t.around({ start, end }, [...replaced, ...left.map((part) => ({ span: part, by: this.#write(part) }))]);
  }
  #write(part: Expression): Piece[] {
    const written = this.#written.get(part) ?? this.t.expression(part);
    this.#written.set(part, written);
    return written;
  }
  replace({ start, end }: Span, by: Piece[]): void {
    this.#replaced = this.#replaced.filter(({ span }) => span.start < start || span.end > end);
    this.#replaced.push({ span: { start, end }, by });
  }
  /** What stands in a span, as an expression. */
  expression(span: Span): Plain {
    const inside = this.parts.filter(({ start, end }) => start >= span.start && end <= span.end);
    const [from, to] = trimmed(this.t.text, span);
    return { kind: 'plain', start: from, end: to, parts: inside };
  }
}

function trimmed(text: string, { start, end }: Span): [number, number] {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return [from, to];
}
