/** All that reads what strangers wrote. */
import type { FuzzTarget } from '../target.js';
import { addressTarget } from './address.js';
import { curationTarget } from './curation.js';
import { cypherTarget } from './cypher.js';
import { extractorTarget } from './extractor.js';
import { readersTarget } from './readers.js';

export const TARGETS: readonly FuzzTarget[] = [
  readersTarget,
  extractorTarget,
  cypherTarget,
  curationTarget,
  addressTarget,
];
