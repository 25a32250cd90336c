/** What is a concept whatever it looks like: languages, and measures of results. "BLEU" is no model. */
import { LANGUAGES, MEASURE_NAMES, MEASURE_WORDS } from './closed-lists.js';

/** @param surface as the text writes it: the method FiD is not the measure FID */
export function isKnownConcept(surface: string): boolean {
  return (
    LANGUAGES.has(surface) ||
    MEASURE_NAMES.has(surface.replace(/(?<=\p{Lu})s$/u, '')) ||
    MEASURE_WORDS.has(folded(surface))
  );
}

/** Small letters, hyphens as spaces, without a plural s. */
function folded(surface: string): string {
  return surface
    .toLowerCase()
    .replace(/[-‐‑–]/g, ' ')
    .replace(/’/g, "'")
    .replace(/(?<=\p{L}{3})s$/u, '');
}
