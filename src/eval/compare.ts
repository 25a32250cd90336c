/** Lays a prediction beside the gold: papers paired, their entities matched, their relations brought to one form. */
import type { MarkedEntity, MarkedPaper } from './marked-paper.js';
import { matchEntities } from './match.js';

/** One statement of a relation as both readers would write it: ends are numbers of gold entities where they matched. */
export interface ComparedRelation {
  readonly type: string;
  /** Gold states it too. */
  readonly right: boolean;
  readonly confidence: number | undefined;
}

export interface ComparedPaper {
  readonly gold: MarkedPaper;
  /** Absent where the prediction lacks the paper: then all of it is missed. */
  readonly predicted: MarkedPaper | undefined;
  /** Numbers of gold entities to numbers of predicted ones. */
  readonly pairs: ReadonlyMap<number, number>;
  /** Types of the different relations of gold whose two ends are entities of the paper. */
  readonly goldRelations: readonly string[];
  /** The different relations of the prediction. */
  readonly relations: readonly ComparedRelation[];
}

/**
 * Every gold paper once, in their order, with its prediction. Papers are paired by the key of the abstract, else by id;
 * of several with one key the last counts, as for the judge.
 */
export function comparePapers(gold: readonly MarkedPaper[], predicted: readonly MarkedPaper[]): ComparedPaper[] {
  const predictions = new Map(predicted.map((paper) => [paper.key, paper]));
  const byId = new Map([...predictions.values()].filter(({ id }) => id !== '').map((paper) => [paper.id, paper]));
  const different = new Map(gold.map((paper) => [paper.key, paper]));
  return [...different.values()].map((paper) => comparePaper(paper, predictions.get(paper.key) ?? byId.get(paper.id)));
}

const NOTHING: Pick<MarkedPaper, 'entities' | 'relations'> = { entities: [], relations: [] };

function comparePaper(gold: MarkedPaper, predicted: MarkedPaper | undefined): ComparedPaper {
  const { entities, relations } = predicted ?? NOTHING;
  const pairs = matchEntities(gold.entities, entities);
  const back = new Map([...pairs].map(([i, j]) => [j, i]));
  // Where a reader gives two entities one name, the judge takes the last of gold and the first of the prediction.
  const goldNumbers = new Map(gold.entities.map(({ name }, i) => [name, i]));
  const predictedNumbers = firstByName(entities);
  const goldStatements = new Map<string, string>();
  for (const { from, type, to } of gold.relations) {
    const [head, tail] = [goldNumbers.get(from), goldNumbers.get(to)];
    if (head !== undefined && tail !== undefined) goldStatements.set(JSON.stringify([head, type, tail]), type);
  }
  const end = (name: string) => back.get(predictedNumbers.get(name) ?? -1) ?? name;
  const statements = new Map<string, ComparedRelation>();
  for (const { from, type, to, confidence } of relations) {
    const statement = JSON.stringify([end(from), type, end(to)]);
    const known = statements.get(statement)?.confidence;
    statements.set(statement, {
      type,
      right: goldStatements.has(statement),
      confidence: known === undefined || (confidence !== undefined && confidence > known) ? confidence : known,
    });
  }
  return { gold, predicted, pairs, goldRelations: [...goldStatements.values()], relations: [...statements.values()] };
}

function firstByName(entities: readonly MarkedEntity[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const [j, { name }] of entities.entries()) if (!numbers.has(name)) numbers.set(name, j);
  return numbers;
}
