/** Small marked papers written by hand. */
import { type MarkedPaper, marked, type Origin } from '../../src/eval/marked-paper.js';

export type EntityTuple = [name: string, type: string, role: string, surfaces: string[]];

export interface Sketch {
  id?: string;
  title?: string;
  text?: string;
  entities?: EntityTuple[];
  relations?: [head: string, relation: string, tail: string, evidence: string][];
}

/** A line in the GOLD form. */
export function goldLine({ id = '1', title = 'A Title', text = `Abstract of ${id}.`, ...rest }: Sketch): object {
  return { id, title, text, entities: rest.entities ?? [], relations: rest.relations ?? [] };
}

export function paper(sketch: Sketch, origin: Origin = 'predicted'): MarkedPaper {
  return marked(goldLine(sketch), origin);
}

/** An entity of the role `studies` whose only surface is its name. */
export const entity = (name: string, type = 'Concept', role = 'studies', surfaces = [name]): EntityTuple => [
  name,
  type,
  role,
  surfaces,
];
