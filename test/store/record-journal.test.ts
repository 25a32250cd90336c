/** Records of builds that died: whole lines of the same version are had back, and files of the living stay. */
import { appendFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RecordJournal } from '../../src/store/record-journal.js';
import { record } from '../support/records.js';
import { freshFolder } from '../support/stemma.js';

const VERSION = 'fast-1-abc';
/** Long enough to be written at once. */
const paper = (number: number) =>
  record({ id: `arxiv:2401.0000${number}`, abstract: `${'Alfa is studied. '.repeat(5000)}${number}`, entities: [] });

/** As if the process of the given number had written what is there. */
function pretend(dir: string, pid: number): void {
  for (const name of readdirSync(dir)) renameSync(join(dir, name), join(dir, name.replace(/\d+/, `${pid}`)));
}

/** No system numbers its processes that high. */
const DEAD = 2 ** 30;

it('gives back the records of the dead, up to a line that was cut, and removes their files', () => {
  const dir = freshFolder();
  const first = new RecordJournal(dir, VERSION);
  first.keep(paper(1));
  first.keep(paper(2));
  pretend(dir, DEAD);
  for (const name of readdirSync(dir)) appendFileSync(join(dir, name), '{"paper":{"id":"arx');
  expect([...new RecordJournal(dir, VERSION).left()]).toEqual([paper(1), paper(2)]);
  expect([...new RecordJournal(dir, 'fast-1-other').left()]).toEqual([]);
  const next = new RecordJournal(dir, VERSION);
  next.keep(paper(3));
  expect(readdirSync(dir)).toHaveLength(2);
  next.remove();
  expect(readdirSync(dir)).toEqual([]);
});

it('neither reads nor removes what a living process writes', () => {
  const dir = freshFolder();
  new RecordJournal(dir, VERSION).keep(paper(1));
  pretend(dir, process.ppid);
  const journal = new RecordJournal(dir, VERSION);
  expect([...journal.left()]).toEqual([]);
  journal.remove();
  expect(readdirSync(dir)).toHaveLength(1);
});

it('is not there before something was kept, and says where it cannot write', () => {
  const dir = join(freshFolder(), 'graph');
  const journal = new RecordJournal(dir, VERSION);
  expect([...journal.left()]).toEqual([]);
  journal.remove();
  const file = join(freshFolder(), 'file');
  appendFileSync(file, '');
  expect(() => new RecordJournal(file, VERSION).keep(paper(1))).toThrow(`cannot write to ${file}`);
});
