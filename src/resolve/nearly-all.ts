/** Which of several senses is meant where a text does not say: the one that nearly all papers mean, if there is one. */
import { compareText } from '../model/index.js';

/** Where one sense has so many times the papers of all others together, it is the one that is meant. */
const FAR_MORE = 10;

/** @returns the sense that is meant, and a sentence that names those passed over; undefined where no sense stands out */
export function meantByNearlyAll<T extends { readonly id: string }>(
  senses: readonly T[],
  text: string,
  papersOf: (sense: T) => number,
): { sense: T; note: string } | undefined {
  const [most, ...others] = senses
    .map((sense) => ({ sense, papers: papersOf(sense) }))
    .sort((a, b) => b.papers - a.papers || compareText(a.sense.id, b.sense.id));
  const rest = others.reduce((sum, { papers }) => sum + papers, 0);
  if (!most || rest === 0 || most.papers < FAR_MORE * rest) return undefined;
  const ids = others.map(({ sense }) => sense.id);
  const passed = ids.length === 1 ? 'another sense' : `${ids.length} other senses`;
  const note = `"${text}" is taken for ${most.sense.id}, as ${most.papers} papers mean it; ${rest} ${rest === 1 ? 'means' : 'mean'} ${passed}: ${ids.join(', ')}`;
  return { sense: most.sense, note };
}
