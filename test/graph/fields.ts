/** Invented fields of research: papers that mention what all do, what their field does, and what nobody else does. */
import type { ExtractionRecord } from '../../src/model/index.js';
import { record } from '../support/records.js';

/** @returns records of so many papers, the same for the same name; pairs of papers share a topic */
export function field(name: string, papers: number): ExtractionRecord[] {
  return Array.from({ length: papers }, (_, i) => {
    const topic = `${name} topic ${Math.floor(i / 2)}`;
    const detail = `${name} detail ${i}`;
    return record({
      id: `text:${name}${i}`,
      title: `Paper ${i} on ${name}`,
      abstract: `We apply learning to ${name}, by ${topic}, with ${detail}.`,
      authors: [`Author of ${name}`],
      entities: ['learning', name, topic, detail].map((each) => ({ name: each })),
    });
  });
}
