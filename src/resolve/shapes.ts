/** What the shape of a name tells: whether it is an acronym, and which version or size it names. */
import { spellDigits } from '../model/index.js';

/** `KV`, `GRPO`, `MoE`, `LLMs`, `dLLM`, `T2V`: one token, at most eight letters, at least half of them capitals. */
export function isAcronym(surface: string): boolean {
  const word = spellDigits(surface.replace(/(?<=[A-Z])s$/, ''), () => '');
  if (!/^[A-Za-z]{2,8}$/.test(word)) return false;
  const capitals = word.replace(/[^A-Z]/g, '').length;
  return capitals >= 2 && capitals * 2 >= word.length;
}

/**
 * The versions, sizes, counts and signs in a name: two names that differ here are never joined. `Qwen2.5-7B` gives
 * `2.5 7b`, `LoRA+` gives `+`, `T2V` nothing; `2.0` is `2`.
 */
export function numberSignature(name: string): string {
  const written = spellDigits(name);
  const found = written.toLowerCase().match(/\d+(?:\.\d+)*(?:[kmbt](?![a-z]))?|\++|#/g) ?? [];
  return found.map((number) => number.replace(/^(\d+)\.0$/, '$1')).join(' ');
}
