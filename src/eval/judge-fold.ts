/**
 * The judge's own folding: the key by which a marked surface equals another. It is `fold` of the data folder's
 * eval/score.py to the letter, and deliberately not `fold` of the model: that one knows more Greek commands, takes them
 * in any case and drops every mark. A measure must not move when the resolver learns something.
 */

const GREEK: Record<string, string> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota',
  κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho', σ: 'sigma', ς: 'sigma',
  τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
}; // biome-ignore format: a table

/** The lookahead is Python's `\b` after a letter: no letter, digit or underscore of any script follows. */
const GREEK_COMMAND = /\\(alpha|beta|gamma|delta|epsilon|lambda|mu|pi|sigma|tau|phi|chi|psi|omega)(?![\p{L}\p{N}_])/gu;
const PLURAL_FROM = 4;

/** The folded surface; empty when it holds no letter, digit or plus sign. */
export function judgeFold(surface: string): string {
  const plain = surface
    .replace(GREEK_COMMAND, '$1')
    .replace(/\\[a-zA-Z]+|[${}\\~^_]/g, ' ')
    .toLowerCase()
    .replace(/[α-ως]/g, (letter) => GREEK[letter] ?? letter)
    .replace(/#/g, ' sharp ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, (mark) => (isCombining(mark) ? '' : mark));
  return (plain.match(/[\p{L}\p{N}]+|\++/gu) ?? []).map(singular).join('');
}

function singular(word: string): string {
  if (!word.endsWith('s') || word.endsWith('ss')) return word;
  // Python counts code points, where JavaScript counts UTF-16 code units.
  return [...word].length >= PLURAL_FROM ? word.slice(0, -1) : word;
}

/**
 * Python drops marks whose canonical combining class is not 0, a property that regular expressions do not offer. But
 * U+0345 has the highest class of all, so normalisation sorts exactly these marks before it.
 */
function isCombining(mark: string): boolean {
  return mark === '\u0345' || !`\u0345${mark}`.normalize('NFD').startsWith('\u0345');
}

/** The first sixty letters and digits of an abstract: by these the judge knows the same paper again. */
export function abstractKey(abstract: string): string {
  return abstract
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 60);
}
