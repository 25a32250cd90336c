/**
 * How the cost of all that comes after reading grows beyond the papers that there are: records of a graph, and copies of
 * them in which every name is another one and every date a later one.
 */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExtractionRecord } from '../../src/model/index.js';
import { openGraph, readRecords } from '../../src/store/index.js';
import type { Figure } from './figure.js';
import { measuredBuild, perPaper } from './measured-build.js';

const TIMES = [1, 4];
/** Of JavaScript objects, for the largest. */
const MEGABYTES = 12_288;
/** From one copy to the next: letters go on by so many, dates by so many years. */
const LETTERS = 5;
const YEARS = 10;

/** @param dir folder of the graph whose records are copied @param folder an empty place that exists */
export async function benchCopies(main: string, dir: string, folder: string): Promise<Figure[]> {
  const open = await openGraph(dir);
  const figures: Figure[] = [];
  for (const times of TIMES) {
    const input = join(folder, `${times}.jsonl`);
    let papers = 0;
    const lines = function* () {
      for (let copy = 0; copy < times; copy++) {
        for (const record of readRecords(open)) {
          papers++;
          yield `${JSON.stringify(copy === 0 ? record : renamed(record, copy))}\n`;
        }
      }
    };
    await pipeline(Readable.from(lines()), createWriteStream(input));
    const cost = measuredBuild(main, input, join(folder, `graph-${times}`), MEGABYTES);
    figures.push({
      of: `build of ${papers.toLocaleString('en')} records${times === 1 ? '' : `, ${times} copies with other names and dates`}`,
      measured: `${perPaper(cost, papers)}; ${cost.gigabytes.toFixed(2)} GB`,
    });
  }
  return figures;
}

/** The same with every letter another one, so that all names are new, all lengths the same, and acronyms still fit. */
function renamed(record: ExtractionRecord, copy: number): ExtractionRecord {
  const name = (text: string) => text.replace(/[a-z]/gi, (letter) => moved(letter, copy * LETTERS));
  const { paper, entities, relations } = record;
  const { id, title, abstract, authors, organizations, date } = paper;
  return {
    ...record,
    paper: {
      ...paper,
      id: id.replace(/\d{2}/, (year) => later(year, copy)) as typeof id,
      title: name(title),
      abstract: name(abstract),
      authors: authors.map(name),
      organizations: organizations.map(name),
      ...(date === undefined ? {} : { date: date.replace(/(?<=^\d\d)\d\d/, (year) => later(year, copy)) }),
      url: undefined,
    },
    entities: entities.map((entity) => ({ ...entity, name: name(entity.name), surfaces: entity.surfaces.map(name) })),
    relations: relations.map((relation) => ({
      ...relation,
      from: name(relation.from),
      to: name(relation.to),
      evidence: name(relation.evidence),
    })),
  };
}

function moved(letter: string, by: number): string {
  const first = letter < 'a' ? 65 : 97;
  return String.fromCharCode(first + ((letter.charCodeAt(0) - first + by) % 26));
}

const later = (year: string, copy: number): string => String((Number(year) + copy * YEARS) % 100).padStart(2, '0');
