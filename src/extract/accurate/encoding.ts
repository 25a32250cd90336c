/** A reading as the encoder takes it: word pieces in windows, each with the form of its word, and where each token is. */
import type { Reading } from '../reading.js';
import type { Token } from '../tokenise.js';
import { BEGIN, END, type WordPieces } from './word-pieces.js';

/** What the encoder can read at once, the two marks at the ends included. */
export const LONGEST_WINDOW = 512;
/** Forms of words (see shapes.ts), from 1, with this added in the title; 0 for the marks at the ends of a window. */
const IN_TITLE = 16;

export interface Encoding {
  /** Numbers of the pieces, window after window. */
  readonly ids: readonly number[];
  /** The form of each piece's word; the encoder's vocabulary has no capitals. */
  readonly forms: readonly number[];
  /** Where each window ends. Most papers need one. */
  readonly ends: readonly number[];
  /** Per token: its first and its last piece. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

export function encode(reading: Reading, words: WordPieces): Encoding {
  const ids: number[] = [BEGIN];
  const forms: number[] = [0];
  const ends: number[] = [];
  const count = reading.tokens.length;
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  let begun = 0;
  const closeWindow = (): void => {
    ids.push(END);
    forms.push(0);
    ends.push(ids.length);
    begun = ids.length;
  };
  for (const sentence of reading.sentences) {
    const pieces = reading.tokens.slice(sentence.from, sentence.to).map((token) => words.of((token as Token).text));
    const length = pieces.reduce((sum, p) => sum + p.length, 0);
    let room = LONGEST_WINDOW - 1 - (ids.length - begun);
    const whole = length <= room || length > LONGEST_WINDOW - 2;
    pieces.forEach((piece, i) => {
      if (piece.length > room || (i === 0 && !whole)) {
        closeWindow();
        ids.push(BEGIN);
        forms.push(0);
        room = LONGEST_WINDOW - 2;
      }
      const token = sentence.from + i;
      first[token] = ids.length;
      const form = (reading.shapes[token] as number) + 1 + (sentence.inTitle ? IN_TITLE : 0);
      for (const id of piece) {
        ids.push(id);
        forms.push(form);
      }
      last[token] = ids.length - 1;
      room -= piece.length;
    });
  }
  closeWindow();
  return { ids, forms, ends, first, last };
}
