/** Text made of pieces that know where in the original they come from, so that an error can be placed there. */
export interface Piece {
  text: string;
  /** Offset in the original of the text's first character, or of what the text was made for. */
  at: number;
  /** The text stands like this in the original. */
  copied: boolean;
}
export type Rope = readonly Piece[];

/** A template for what stands at `at` of the original: `weave(at)\`size(${rope}) = 0\``. Its values are ropes or strings. */
export function weave(at: number): (strings: TemplateStringsArray, ...values: (Rope | string)[]) => Piece[] {
  return (strings, ...values) => {
    const pieces: Piece[] = [];
    strings.forEach((text, index) => {
      if (text !== '') pieces.push({ text, at, copied: false });
      const value = values[index];
      if (typeof value === 'string') pieces.push({ text: value, at, copied: false });
      else if (value) pieces.push(...value);
    });
    return pieces;
  };
}

export function joinRopes(at: number, ropes: readonly Rope[], by: string): Piece[] {
  return ropes.flatMap((rope, index) => [...(index > 0 ? [{ text: by, at, copied: false }] : []), ...rope]);
}

export function textOf(rope: Rope): string {
  return rope.map(({ text }) => text).join('');
}

/** The offset in the original that an offset in the rope's text came from. */
export function originOf(rope: Rope, offset: number): number {
  let before = 0;
  for (const { text, at, copied } of rope) {
    if (offset < before + text.length) return copied ? at + offset - before : at;
    before += text.length;
  }
  const last = rope.at(-1);
  return last ? last.at + (last.copied ? last.text.length : 0) : 0;
}
