/** Small extraction records written by hand, for the steps after extraction. */
import type { EntityType, ExtractionRecord, RelationType, Role } from '../../src/model/index.js';
import { ExtractionRecordSchema, paperText } from '../../src/model/index.js';

export interface EntitySketch {
  name: string;
  type?: EntityType;
  role?: Role;
  surfaces?: string[];
  confidence?: number;
}

/** A record whose spans are found in the text; a surface that is not there is a mistake of the test. */
export function record(sketch: {
  id: string;
  title?: string;
  abstract: string;
  date?: string;
  authors?: string[];
  organizations?: string[];
  entities?: EntitySketch[];
  relations?: [from: string, type: RelationType, to: string, evidence: string, confidence?: number][];
}): ExtractionRecord {
  const paper = {
    id: sketch.id,
    title: sketch.title ?? sketch.id,
    abstract: sketch.abstract,
    authors: sketch.authors ?? [],
    organizations: sketch.organizations ?? [],
    categories: [],
    sources: [{ file: 'test.jsonl', line: 1 }],
    ...(sketch.date === undefined ? {} : { date: sketch.date }),
  };
  const text = paperText(paper);
  const find = (part: string): [number, number] => {
    const start = text.indexOf(part);
    if (start < 0) throw new Error(`${part} does not stand in ${text}`);
    return [start, start + part.length];
  };
  return ExtractionRecordSchema.parse({
    paper,
    entities: (sketch.entities ?? []).map(({ name, type, role, surfaces, confidence }) => ({
      name,
      type: type ?? 'Technique',
      role: role ?? 'studies',
      surfaces: surfaces ?? [name],
      spans: (surfaces ?? [name]).map(find).sort((a, b) => a[0] - b[0]),
      confidence: confidence ?? 0.9,
    })),
    relations: (sketch.relations ?? []).map(([from, type, to, evidence, confidence]) => ({
      from,
      type,
      to,
      evidence,
      span: find(evidence),
      confidence: confidence ?? 0.8,
    })),
  });
}
