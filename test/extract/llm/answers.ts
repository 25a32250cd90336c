/** Papers and the answers that a good model would give, for the tests of the extractor `llm`. */
import type { Paper } from '../../../src/model/index.js';
import { paperOf } from '../papers.js';

export function llmPaper(method: string): Paper {
  return paperOf(
    `${method}: a method`,
    `We propose ${method}, which extends BarNet. ${method} outperforms BarNet on GLUE-X.`,
  );
}

export function goodAnswer(method: string): string {
  return JSON.stringify({
    entities: [
      { name: method, type: 'Technique', role: 'introduces', surfaces: [method], sentence: 1 },
      { name: 'BarNet', type: 'Technique', role: 'compares_with', surfaces: ['BarNet'], sentence: 2 },
      { name: 'GLUE-X', type: 'Benchmark', role: 'evaluates_on', surfaces: ['GLUE-X'], sentence: 2 },
    ],
    relations: [
      { from: method, type: 'BUILDS_ON', to: 'BarNet', kind: 'extends', evidence: 'which extends BarNet' },
      { from: method, type: 'OUTPERFORMS', to: 'BarNet', kind: null, evidence: `${method} outperforms BarNet` },
    ],
  });
}
