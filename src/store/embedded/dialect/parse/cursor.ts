/** A place in the tokens of a query, with what a recursive parser asks of it. */
import type { Token } from '../../../cypher-text.js';
import type { Chain, Expression, Query } from './syntax.js';

/** The query is not written in the part of Cypher that this parser knows; it is left as it is. */
export class Unknown extends Error {}

/** The rules that need each other, given to each by the one that puts them together. */
export interface Grammar {
  expression(cursor: Cursor): Expression;
  chain(cursor: Cursor): Chain;
  query(cursor: Cursor): Query;
}

export class Cursor {
  at = 0;
  /** The last token that was taken by any rule, also by one that failed: what is wrong stands after it. */
  furthest = 0;
  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
    readonly grammar: Grammar,
  ) {}

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }
  /** Where the next token starts. */
  get start(): number {
    return this.peek()?.start ?? this.text.length;
  }
  /** Where the last token ended. */
  get end(): number {
    return this.tokens[this.at - 1]?.end ?? 0;
  }
  next(): Token {
    const token = this.tokens[this.at++];
    this.furthest = Math.max(this.furthest, this.at);
    if (!token) throw new Unknown('the query ends early');
    return token;
  }

  /** Whether the next tokens are these words, in capitals. */
  isWord(...words: string[]): boolean {
    return words.every((word, index) => {
      const token = this.peek(index);
      return token?.kind === 'word' && token.text.toUpperCase() === word;
    });
  }
  word(...words: string[]): boolean {
    const found = this.isWord(...words);
    if (found) this.at += words.length;
    this.furthest = Math.max(this.furthest, this.at);
    return found;
  }
  expectWord(word: string): void {
    if (!this.word(word)) throw new Unknown(`${word} is missing`);
  }

  /** Whether these characters follow, with no space among them. */
  isSymbol(symbols: string): boolean {
    return [...symbols].every((symbol, index) => {
      const token = this.peek(index);
      const before = this.peek(index - 1);
      return token?.kind === 'symbol' && token.text === symbol && (index === 0 || before?.end === token.start);
    });
  }
  symbol(symbols: string): boolean {
    const found = this.isSymbol(symbols);
    if (found) this.at += symbols.length;
    this.furthest = Math.max(this.furthest, this.at);
    return found;
  }
  expectSymbol(symbols: string): void {
    if (!this.symbol(symbols)) throw new Unknown(`${symbols} is missing`);
  }

  /** A name, plain or in back-quotes, without them. */
  name(): string {
    const token = this.next();
    if (token.kind === 'quoted') return token.text.slice(1, -1).replaceAll('``', '`');
    if (token.kind !== 'word') throw new Unknown('a name is missing');
    return token.text;
  }
  isName(ahead = 0): boolean {
    const kind = this.peek(ahead)?.kind;
    return kind === 'word' || kind === 'quoted';
  }

  /** What `rule` reads, or undefined and the cursor where it was. */
  attempt<T>(rule: () => T): T | undefined {
    const { at } = this;
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      this.at = at;
      return undefined;
    }
  }
}
