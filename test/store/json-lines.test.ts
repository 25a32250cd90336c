/** Lines of files that are read in pieces: those longer than a piece, and those at the border of two. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eachLine, eachLineWith, readLines } from '../../src/store/json-lines.js';
import { freshFolder } from '../support/stemma.js';

const PIECE = 1 << 22;
/** Lines of every length around that of a piece, one of three pieces, and signs of several bytes at the borders. */
const LINES = [
  'first',
  'a'.repeat(PIECE - 7),
  'é'.repeat(PIECE / 2),
  '',
  'needle one',
  `${'b'.repeat(3 * PIECE)}needle two`,
  '…'.repeat(1_000_000),
  'needle needle',
  'last',
];

describe.each([
  ['with a line end at its end', `${LINES.join('\n')}\n`],
  ['without one', LINES.join('\n')],
])('a file %s', (_, text) => {
  const path = join(freshFolder(), 'lines.jsonl');
  writeFileSync(path, text);
  const short = (line: string) => `${line.length} ${line.slice(0, 20)} ${line.slice(-20)}`;

  it('gives its lines', () => {
    expect([...readLines(path)].map(short)).toEqual(LINES.map(short));
    const seen: string[] = [];
    eachLine(path, (bytes, start, end) => seen.push(bytes.toString('utf8', start, end)));
    expect(seen.map(short)).toEqual(LINES.map(short));
  });

  it('gives each line that holds a text once', () => {
    const seen: string[] = [];
    eachLineWith(path, 'needle', (bytes, start, end) => seen.push(bytes.toString('utf8', start, end)));
    expect(seen.map(short)).toEqual(LINES.filter((line) => line.includes('needle')).map(short));
  });
});
