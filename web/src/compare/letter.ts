/** The letter by which a compared node is meant in the lists: A, B, C … */
export function letter(index: number): string {
  return String.fromCharCode(65 + index);
}
