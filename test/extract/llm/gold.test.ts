/** What the grounding loses: an answer that is right in everything must come through almost whole. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { marked, paperOfMarked, readMarked, score } from '../../../src/eval/index.js';
import { readAnswer } from '../../../src/extract/llm/answer.js';
import { toDocument } from '../../../src/extract/llm/document.js';
import { toRecord } from '../../../src/extract/llm/to-record.js';
import { ExtractionRecordSchema, paperText } from '../../../src/model/index.js';
import { cleanText } from '../../../src/read/index.js';
import { sharedFolder, sharedIsAbsent } from '../../support/shared.js';

type Annotated = {
  entities: [name: string, type: string, role: string, surfaces: string[]][];
  relations: [from: string, type: string, to: string, evidence: string][];
};

/** The annotation of a line as a model would answer it, which reads the text without marks of LaTeX. */
function answerOf({ entities, relations }: Annotated): string {
  return JSON.stringify({
    entities: entities.map(([name, type, role, surfaces]) => ({
      name,
      type,
      role,
      surfaces: surfaces.map((surface) => cleanText(surface)),
      sentence: 1,
    })),
    relations: relations.map(([from, type, to, evidence]) => ({
      from,
      type,
      to,
      kind: null,
      evidence: cleanText(evidence),
    })),
  });
}

describe.skipIf(sharedIsAbsent)('the readers as the model (needs ../shared)', () => {
  it.each(['seeds-dev.jsonl', 'train.jsonl'])('are believed in %s', { timeout: 180_000 }, async (name) => {
    const file = join(sharedFolder, 'gold', name);
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    const { papers } = await readMarked(file, 'gold');
    expect(papers).toHaveLength(lines.length);
    const gold = papers.slice(0, 150);
    const records = gold.map((one, i) => {
      const paper = paperOfMarked(one);
      const answer = readAnswer(answerOf(JSON.parse(lines[i] ?? '') as Annotated));
      if (answer === undefined) throw new Error(`the answer for line ${i + 1} was not read`);
      const text = paperText(paper);
      const record = ExtractionRecordSchema.parse(toRecord(paper, toDocument(text), answer));
      for (const { spans, surfaces, evidence } of record.entities) {
        expect([...new Set(spans.map(([start, end]) => text.slice(start, end)))]).toEqual(surfaces);
        const [from, to] = evidence ?? [0, 0];
        expect(spans.some(([start, end]) => from <= start && end <= to)).toBe(true);
      }
      for (const { span, evidence } of record.relations) expect(text.slice(...span)).toBe(evidence);
      return record;
    });
    const {
      entity,
      named_recall: named,
      edge,
      relation,
    } = score(
      gold,
      records.map((record) => marked(record)),
    );
    expect(entity.f1).toBeGreaterThan(99.5);
    expect(named).toBeGreaterThan(99.5);
    expect(edge.f1).toBeGreaterThan(99.5);
    expect(relation.f1).toBeGreaterThan(98.5);
  });
});
