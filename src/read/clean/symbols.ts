/** Tables of the cleaner: what LaTeX commands look like as plain text. */

const words = (text: string) => text.trim().split(/\s+/);
const pairs = (text: string) =>
  new Map(
    words(text).map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );

/** Commands that stand for one sign, in text and in formulas. */
export const SYMBOLS: ReadonlyMap<string, string> = pairs(`
  alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ lambda=λ mu=μ
  nu=ν xi=ξ pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω omicron=ο
  Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω textmu=μ
  times=× div=÷ pm=± mp=∓ cdot=· bullet=• textbullet=• ast=* star=* circ=∘ oplus=⊕ ominus=⊖ otimes=⊗ odot=⊙ setminus=∖
  le=≤ leq=≤ leqslant=≤ ge=≥ geq=≥ geqslant=≥ ne=≠ neq=≠ ll=≪ gg=≫ sim=∼ simeq=≃ approx=≈ cong=≅ equiv=≡ propto=∝
  lesssim=≲ gtrsim=≳ prec=≺ succ=≻ preceq=⪯ succeq=⪰ asymp=≍ doteq=≐ triangleq=≜ lt=< gt=> textless=< textgreater=>
  in=∈ notin=∉ ni=∋ subset=⊂ subseteq=⊆ supset=⊃ supseteq=⊇ cup=∪ cap=∩ emptyset=∅ varnothing=∅ bigcup=⋃ bigcap=⋂
  forall=∀ exists=∃ neg=¬ lnot=¬ wedge=∧ land=∧ vee=∨ lor=∨ implies=⇒ iff=⇔ top=⊤ bot=⊥ perp=⊥ vdash=⊢ models=⊨ vDash=⊨
  to=→ rightarrow=→ longrightarrow=→ leftarrow=← gets=← longleftarrow=← leftrightarrow=↔ Rightarrow=⇒ Leftarrow=⇐
  Leftrightarrow=⇔ Longrightarrow=⇒ mapsto=↦ uparrow=↑ downarrow=↓ updownarrow=↕ nearrow=↗ searrow=↘ rightleftharpoons=⇌
  textrightarrow=→ textleftarrow=← hookrightarrow=↪ nrightarrow=↛
  infty=∞ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫ surd=√ angle=∠ triangle=△ square=□ Box=□ diamond=⋄ ell=ℓ hbar=ℏ Re=ℜ
  Im=ℑ aleph=ℵ prime=′ dagger=† ddagger=‡ S=§ copyright=© textcopyright=© textregistered=® circledR=® texttrademark=™
  pounds=£ euro=€ texteuro=€ deg=° degree=° textdegree=° checkmark=✓ cmark=✓ xmark=✗ ldots=… dots=… dotsc=… dotsb=…
  textellipsis=… cdots=⋯ vdots=⋮ ddots=⋱ langle=⟨ rangle=⟩ lceil=⌈ rceil=⌉ lfloor=⌊ rfloor=⌋ lbrace={ rbrace=}
  lVert=‖ rVert=‖ Vert=‖ parallel=‖ lvert=| rvert=| vert=| mid=| textbar=| textbackslash=\\ backslash=\\ setminus=∖
  textasciitilde=~ textasciicircum=^ textunderscore=_ textdollar=$ textquotesingle=' textquotedblleft=“ textquotedblright=”
  textquoteleft=‘ textquoteright=’ textendash=– textemdash=— textperiodcentered=· textpm=± texttimes=× textpercent=%
  slash=/ colon=: ss=ß o=ø O=Ø l=ł L=Ł ae=æ AE=Æ oe=œ OE=Œ aa=å AA=Å i=ı j=ȷ dh=ð DH=Ð dj=đ DJ=Đ th=þ TH=Þ
  LaTeX=LaTeX TeX=TeX BibTeX=BibTeX
`);

/** Of these, the letters that stand inside words. */
export const TEXT_LETTERS: ReadonlySet<string> = new Set(words('ss o O l L ae AE oe OE aa AA i j dh DH dj DJ th TH'));

/** Names of functions, set upright in formulas; a space parts them from their neighbours. */
export const FUNCTIONS: ReadonlySet<string> = new Set(
  words(`log ln lg exp max min sup inf lim limsup liminf arg argmax argmin sin cos tan tanh sinh cosh cot sec csc arcsin
  arccos arctan det dim deg ker hom gcd Pr bmod mod`),
);

/** Commands that only change how their argument looks; the argument stays. */
export const FORMATS: ReadonlySet<string> = new Set(
  words(`textbf textit textsc texttt textsf textrm textup textmd textsl textnormal text emph em it bf sc tt sf rm sl cal
  underline uline uwave mathbf mathcal mathrm mathsf mathtt mathit mathfrak mathscr mathnormal mathbin mathop mathrel
  mathord boldsymbol bm pmb operatorname mbox hbox fbox boxed ensuremath textquote small large Large LARGE tiny huge Huge
  normalsize footnotesize scriptsize bfseries itshape scshape ttfamily sffamily rmfamily mdseries upshape displaystyle
  textstyle scriptstyle boldmath unboldmath smash protect overline widehat widetilde enquote num added revised`),
);

/** Commands that vanish together with their argument. */
export const DROPPED: ReadonlySet<string> = new Set(
  words(`cite citep citet citealp citeauthor citeyear citeyearpar parencite textcite autocite ref eqref autoref cref Cref
  label vspace hspace begin end color pagecolor phantom hphantom vphantom bibliographystyle bibliography includegraphics
  pagestyle thispagestyle footnotemark input include deleted`),
);

/** Commands that leave only a space. */
export const SPACES: ReadonlySet<string> = new Set(
  words(`quad qquad space newline linebreak par item noindent indent and hfill hline smallskip medskip bigskip
  enspace thinspace nobreakspace newpage clearpage centering limits nolimits`),
);

/** Commands that vanish and keep what follows: sizes of brackets and the like. */
export const SILENT: ReadonlySet<string> = new Set(
  words(
    `left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr not relax xspace negthinspace`,
  ),
);

/** Accents by command: the combining mark. Those named by a letter come from text, the longer names from formulas. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ["'", '\u0301'], ['`', '\u0300'], ['^', '\u0302'], ['"', '\u0308'], ['~', '\u0303'], ['=', '\u0304'], ['.', '\u0307'],
  ['c', '\u0327'], ['v', '\u030C'], ['u', '\u0306'], ['H', '\u030B'], ['k', '\u0328'], ['r', '\u030A'], ['b', '\u0331'],
  ['d', '\u0323'], ['hat', '\u0302'], ['tilde', '\u0303'], ['bar', '\u0304'], ['vec', '\u20D7'], ['dot', '\u0307'],
  ['ddot', '\u0308'], ['acute', '\u0301'], ['grave', '\u0300'], ['check', '\u030C'], ['breve', '\u0306'],
]); // biome-ignore format: a table

/** arXiv's own conversion took the first letter of some Greek commands for an accent: `\b{eta}` was `\beta`. */
export const MANGLED_GREEK: ReadonlyMap<string, string> = pairs('beta=β rho=ρ kappa=κ chi=χ tau=τ delta=δ upsilon=υ');

const SUPERSCRIPTS = new Map([...'0123456789+-()='].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾⁼'][i] ?? sign]));
const SUBSCRIPTS = new Map([...'0123456789+-()='].map((sign, i) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎₌'][i] ?? sign]));
const BLACKBOARD = new Map([...'CNPQRZ'].map((letter, i) => [letter, [...'ℂℕℙℚℝℤ'][i] ?? letter]));

/** A single capital of `\mathbb`, where Unicode's basic plane has it. */
export function blackboard(text: string): string {
  return BLACKBOARD.get(text) ?? text;
}

/** A superscript or subscript in readable form: raised digits, ordinals and marks as such, all else after `^` or `_`. */
export function script(mark: '^' | '_', content: string): string {
  const text = content.trim();
  if (text === '') return '';
  if (mark === '^') {
    if (text === '∘') return '°';
    if (/^[*′†‡°'"]+$/.test(text) || /^(?:st|nd|rd|th)$/.test(text)) return text;
  }
  if (/^[-+]?\d+$/.test(text) || text === '+' || text === '-') {
    const table = mark === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
    return [...text].map((sign) => table.get(sign) ?? sign).join('');
  }
  return [...text].length === 1 || /^[\p{L}\p{N}.]+$/u.test(text) || /^\([^()]*\)$/.test(text)
    ? mark + text
    : `${mark}(${text})`;
}
