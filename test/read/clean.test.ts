/** What LaTeX and its remnants look like afterwards, and what must stay as it is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/read/index.js';

describe('LaTeX becomes readable', () => {
  it.each([
    // What the copied web page leaves.
    ['achieve mathcal{O}(dNT+KT) regret', 'achieve O(dNT+KT) regret'],
    ['of 18.9\\% of', 'of 18.9% of'],
    ['1.2xsim3.3x faster', '1.2x∼3.3x faster'],
    ['by 4.98times, with', 'by 4.98×, with'],
    ['2.56times speedup', '2.56× speedup'],
    ['15timessim50times', '15×∼50×'],
    ['Network~(FFN)', 'Network (FFN)'],
    ['we call **Learning Apart** (LA) and *very* new', 'we call Learning Apart (LA) and very new'],
    ['10^{-3} and x_{max}', '10⁻³ and x_max'],
    ['in mathbb{R}^d, a leq b', 'in ℝ^d, a ≤ b'],
    ['for n geq 2 and (x)leq 5, loss geqslant 0.5', 'for n ≥ 2 and (x)≤ 5, loss ≥ 0.5'],
    ['x_1, ldots , x_n and a cdot b', 'x_1, …, x_n and a · b'],
    // Formulas.
    ['4.64$\\times$ and 5.02 $\\times$', '4.64× and 5.02 ×'],
    ['$\\sim$3', '∼3'],
    ['$\\alpha$-blending', 'α-blending'],
    ['$O(n\\log n)$ and $\\mathcal{O}(\\sqrt{n \\log n})$', 'O(n log n) and O(√(n log n))'],
    ['$\\frac{a+b}{c}$', '(a+b)/c'],
    ['H$_2$O, R$^2$, $\\ell_0$-norm', 'H₂O, R², ℓ₀-norm'],
    ['Mem$^{\\textbf{2}}$Evolve and $D^2LoRA$', 'Mem²Evolve and D²LoRA'],
    ['$\\mathcal{L}_{\\text{DPO}}$ and $t^*$', 'L_DPO and t*'],
    ['$\\mathbf{M}$ulti-gr$\\mathbf{a}$in', 'Multi-grain'],
    ['($>$5 and $<$30W)', '(>5 and <30W)'],
    ['\\(y_i\\) and \\[ x^2 \\]', 'y_i and x²'],
    ['$\\texttt{M$^3$Fin}$', 'M³Fin'],
    ['90$\\unicode{x2013}$95', '90–95'],
    ['360{\\deg}, $7^\\circ$', '360°, 7°'],
    ['n$^{th}$ and 1^{st}', 'nth and 1st'],
    // Text.
    ['\\textbf{bold \\emph{and} more}', 'bold and more'],
    ['{\\em can we} {\\bf Split} it', 'can we Split it'],
    ['\\textsc{\\small{oak-20b}}', 'oak-20b'],
    ['P\\\'al Erd\\H{o}s, Fr\\\'echet, Szeg\\"{o}, {\\L}uk, na\\"{\\i}ve, \\c{C}a, \\AA ngstr\\"om', 'Pál Erdős, Fréchet, Szegö, Łuk, naïve, Ça, Ångström'],
    ['\\b{eta}-VAE, \\r{ho} and \\k{appa}', 'β-VAE, ρ and κ'],
    ['today\\\'s', "today's"],
    ['the net\\footnote{Code at https://x.example/a_b.}.', 'the net (Code at https://x.example/a_b).'],
    ['see \\href{https://x.example}{our page}', 'see our page (https://x.example)'],
    ['at \\url{https://x.example/a\\_b}', 'at https://x.example/a_b'],
    ['as shown~\\cite{lee2020}, and \\citep{a, b}.', 'as shown, and.'],
    ['we propose \\method, the best', 'we propose method, the best'],
    ['\\textcolor{red}{\\textbf{Note}}', 'Note'],
    ["``quoted'' and `so'", '“quoted” and ‘so’'],
    ['Reed--Solomon -- and---so', 'Reed–Solomon – and—so'],
    ['86\\\\% and 1{,}132', '86% and 1,132'],
    // HTML.
    ['a &amp; b &lt; c <i>d</i> H<sub>2</sub>O', 'a & b < c d H2O'],
    ['<jats:p>Text.</jats:p>', 'Text.'],
    // Space.
    ['  a\n  b\t c\u00a0d\u200b  ', 'a b c d'],
    ['e\u0301', 'é'],
  ])('%s', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean);
  }); // biome-ignore format: a table
});

describe('ordinary text stays', () => {
  it.each([
    'It costs $5 and $6, or $5/$10, up to $5k.',
    'C++, C# and snake_case, gate_proj, SafeMTData_1K',
    'A* and D* search, O*NET, x**2 and y**2',
    'sim2real, real2sim2real and Sim2Sim transfer, simple similar simulation',
    'sometimes a timescale has 8.7 times more time',
    'the set {a, b} and {"json": 1}',
    'tau^2-bench and τ^2-Bench, 10^3',
    'about ~5%, just ~ 1-11%, from 10~20, https://x.example/~me',
    'between <think> and </think>, <image> tokens, a < b > c',
    'use --no-cache, a -> b, e.g. x - y',
    "Jain's index, Occam's Razor, 'so' it goes, rock 'n' roll",
    'AT&T, R&D; 100% & more',
    'text{ is not closed',
    'how geq and leq are written, with ldots between words, geqa and aleq',
    'Yorùbá, naïve, 中文, 𝒪(n), Łukasiewicz, B²-4AC',
  ])('%s', (text) => {
    expect(cleanText(text)).toBe(text);
  });
});

describe('cleaning', () => {
  const marks = fc.constantFrom(
    '\\', '$', '{', '}', '~', '^', '_', '*', '**', '`', "'", '-', '%', '&', '<', '>', '"', ' ', '5', 'x', 'a', 'times', 'sim',
    '\\textbf{', '\\alpha', '\\frac', '\\href{', '\\"', '\\\'', '\\(', '\\)', '\\\\', '&amp;', '<i>', 'mathcal{', '\\b{', '\\text', '\ud800',
  ); // biome-ignore format: a list
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(marks, { maxLength: 40 }).map((all) => all.join('')),
  );

  it('changes nothing the second time, and throws at nothing', () => {
    fc.assert(
      fc.property(text, (raw) => {
        const once = cleanText(raw);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/^\s|\s$|\s\s|\p{Cs}/u);
      }),
      { numRuns: 3_000, seed: 11 },
    );
  });

  it.each([
    ['signs of HTML, written out again and again', `&${'amp;'.repeat(30)}lt;i>`],
    ['formulas between formulas', `per$o${'$'.repeat(44)}n and":${'$'.repeat(35)}"A`],
  ])('comes to rest: %s', (_, raw) => {
    const once = cleanText(raw);
    expect(cleanText(once)).toBe(once);
  });

  it.each([
    '{',
    '}',
    '\\',
    '$',
    '\\text{',
    '^{',
    '\\"',
    '`',
    '*',
    '**a',
    '--',
    '~',
    '&',
    '<',
    '\\frac{',
    '$x',
    '{\\em ',
    'mathcal{',
    'cite{',
  ])('ends on 50,000 times %s', (piece) => {
    expect(cleanText(piece.repeat(50_000))).toBeTypeOf('string');
  });
});
