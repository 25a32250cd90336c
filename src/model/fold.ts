/**
 * Folding: the key under which two spellings are the same name. Case, hyphens, spaces, diacritics, LaTeX marks, Greek
 * letters and a plural s fall away; digits, plus signs and sharps stay, so that `C`, `C++` and `C#` remain three.
 */

const GREEK: Record<string, string> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota',
  κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi', ρ: 'rho', σ: 'sigma', ς: 'sigma',
  τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
}; // biome-ignore format: a table

const GREEK_COMMAND =
  /\\(?:var)?(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega)(?![a-z])/gi;

/** What most names are made of: nothing in them but case is to be folded. */
const SIMPLE = /^[a-zA-Z0-9 +-]*$/;

/** The words of a name: lower case, without diacritics and LaTeX marks. */
export function plainWords(text: string): string[] {
  if (SIMPLE.test(text)) return text.toLowerCase().match(/[a-z0-9]+|\++/g) ?? [];
  const plain = text
    .replace(GREEK_COMMAND, '$1')
    .replace(/\\ell(?![a-zA-Z])/g, 'l')
    .replace(/\\[a-zA-Z]+|[${}\\~^_]/g, ' ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[α-ως]/g, (letter) => GREEK[letter] ?? letter)
    .replace(/#/g, ' sharp ')
    .replace(/\p{M}/gu, '');
  return plain.match(/[\p{L}\p{N}]+|\++/gu) ?? [];
}

/** The words of a name, folded: plain, and each without its plural s. */
export function foldWords(text: string): string[] {
  return plainWords(text).map((word) =>
    word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word,
  );
}

/** The folded name without spaces; empty when the text holds no letter, digit or plus sign. */
export function fold(text: string): string {
  return foldWords(text).join('');
}

/**
 * Letters and digits of an abstract in lower case: the text by which the same abstract from two sources is known. Greek
 * letters count by name, since a web page may spell out what LaTeX gives as a sign.
 */
export function foldAbstract(text: string): string {
  const lower = text.toLowerCase();
  const plain = /[^ -~\s]/.test(lower)
    ? lower.normalize('NFKD').replace(/[α-ως]/g, (letter) => GREEK[letter] ?? letter)
    : lower;
  return plain.replace(/[^a-z0-9]+/g, '');
}
