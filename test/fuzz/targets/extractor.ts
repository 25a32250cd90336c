/** The fast extractor, on titles and abstracts as the readers would hand them over. */
import { deepEqual } from 'node:assert/strict';
import { createExtractor, type Extractor } from '../../../src/extract/index.js';
import { cleanText } from '../../../src/read/index.js';
import { checkRecord, WORDS } from '../../extract/check-record.js';
import { paperOf } from '../../extract/papers.js';
import { ABSTRACTS, TITLES } from '../../read/support.js';
import type { FuzzTarget } from '../target.js';

let ready: Promise<Extractor> | undefined;

export const extractorTarget: FuzzTarget = {
  name: 'extractor',
  seeds: () => [...ABSTRACTS.map((abstract, i) => `${TITLES[i]}\n${abstract}`), WORDS.join(' ')],
  async run(input) {
    ready ??= createExtractor('fast');
    const extractor = await ready;
    const [title = '', ...lines] = input.toString().split('\n');
    const abstract = cleanText(lines.join('\n'));
    if (abstract === '') return;
    const paper = paperOf(cleanText(title), abstract);
    const record = await extractor.extract(paper);
    checkRecord(record);
    // What it keeps of the words that it has met changes nothing.
    deepEqual(await extractor.extract(paper), record);
  },
};
