/** How well a command fits what is typed: every word of it must begin a word of the command, or stand in its name. */

/**
 * @param words by which it is found beside its name
 * @returns from 0, not at all, to 1, its very name
 */
export function fits(typed: string, name: string, words: readonly string[]): number {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const lower = name.toLowerCase();
  if (lower.startsWith(typed.trim().toLowerCase())) return 1;
  const ofName = lower.split(/[^\p{L}\p{N}]+/u);
  let fit = 0.9;
  for (const word of wanted) {
    if (ofName.some((each) => each.startsWith(word))) continue;
    if (words.some((each) => each.toLowerCase().startsWith(word))) fit = Math.min(fit, 0.6);
    else if (lower.includes(word)) fit = Math.min(fit, 0.3);
    else return 0;
  }
  return fit;
}
