/** What the shape of a name tells: whether it is an acronym, and which version or size it names. */

/** `T2V` for text-to-video, `P2P`, `V2X`: the digit stands for a word that sounds like it. */
const SPOKEN_DIGIT = /(?<=\b[A-Z]{1,3})[24](?=[A-Z]{1,3}s?\b)/g;

/** `KV`, `GRPO`, `MoE`, `LLMs`, `dLLM`, `T2V`: one token, at most eight letters, at least half of them capitals. */
export function isAcronym(surface: string): boolean {
  const word = surface.replace(/(?<=[A-Z])s$/, '').replace(SPOKEN_DIGIT, '');
  if (!/^[A-Za-z]{2,8}$/.test(word)) return false;
  const capitals = word.replace(/[^A-Z]/g, '').length;
  return capitals >= 2 && capitals * 2 >= word.length;
}

/**
 * The versions, sizes, counts and signs in a name: two names that differ here are never joined. `Qwen2.5-7B` gives
 * `2.5 7b`, `LoRA+` gives `+`, `T2V` nothing.
 */
export function numberSignature(name: string): string {
  const written = name.replace(SPOKEN_DIGIT, '');
  return (written.toLowerCase().match(/\d+(?:\.\d+)*(?:[kmbt](?![a-z]))?|\++|#/g) ?? []).join(' ');
}
