/** Grounds the relations of an answer: both ends are entities of the record, and the evidence stands in the text. */
import { fold, foldWords, type Relation, type Span } from '../../model/index.js';
import { LONGEST_EVIDENCE } from '../evidence.js';
import type { AnsweredRelation } from './answer.js';
import { RELATION_CONFIDENCE, WITHOUT_QUOTATION } from './confidence.js';
import { type Document, evidenceAround, holds, overlaps, sentenceAround } from './document.js';
import type { Grounded } from './entities.js';

/** Different relations in the order of their evidence; of two that contradict each other the first of the answer. */
export function groundRelations(
  document: Document,
  entities: readonly Grounded[],
  answered: readonly AnsweredRelation[],
): Relation[] {
  const relations: Relation[] = [];
  for (const { from, type, to, kind, evidence } of answered) {
    const [head, tail] = [called(entities, from), called(entities, to)];
    if (head === undefined || tail === undefined || head === tail) continue;
    const names = new Set([head.entity.name, tail.entity.name]);
    if (relations.some((r) => r.type === type && names.has(r.from) && names.has(r.to))) continue;
    const quoted = quotation(document, head, tail, evidence);
    const span = quoted ?? nearestSentence(document, head.entity.spans, tail.entity.spans, evidence);
    if (span === undefined) continue;
    relations.push({
      from: head.entity.name,
      type,
      to: tail.entity.name,
      ...(type === 'BUILDS_ON' && kind !== null ? { kind } : {}),
      evidence: document.text.slice(...span),
      span,
      confidence: rounded(RELATION_CONFIDENCE[type] * (quoted === undefined ? WITHOUT_QUOTATION : 1)),
    });
  }
  return relations.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** The entity of that name; else the one that has it as another form. */
function called(entities: readonly Grounded[], name: string): Grounded | undefined {
  const key = fold(name);
  return entities.find(({ entity }) => fold(entity.name) === key) ?? entities.find(({ keys }) => keys.has(key));
}

/**
 * Where the model's quotation stands: within one sentence, not too long, and about one of the two at least ("our method"
 * may stand for the other).
 */
function quotation(document: Document, head: Grounded, tail: Grounded, quote: string): Span | undefined {
  const span = document.searched.quotation(quote);
  if (span === undefined || span[1] - span[0] > LONGEST_EVIDENCE) return undefined;
  if (sentenceAround(document, span) === undefined) return undefined;
  const mentioned = [...head.entity.spans, ...tail.entity.spans].some((mention) => overlaps(span, mention));
  return mentioned ? span : undefined;
}

/**
 * Of the sentences that name both the one with most words of the quotation, which is rarely far from what is written; of
 * several the shortest. The clause that names both, where the sentence is long.
 */
function nearestSentence(
  document: Document,
  heads: readonly Span[],
  tails: readonly Span[],
  quote: string,
): Span | undefined {
  const quoted = new Set(foldWords(quote));
  const found = document.sentences.flatMap((sentence) => {
    const whole: Span = [sentence.start, sentence.end];
    const head = heads.find((span) => holds(whole, span));
    const tail = tails.find((span) => holds(whole, span));
    if (head === undefined || tail === undefined) return [];
    const words = new Set(foldWords(document.text.slice(...whole)));
    const shared = [...quoted].filter((word) => words.has(word)).length;
    return [{ sentence, mentions: [head, tail], shared, length: whole[1] - whole[0] }];
  });
  const [best] = found.sort((a, b) => b.shared - a.shared || a.length - b.length);
  return best && evidenceAround(document, best.sentence, best.mentions);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
