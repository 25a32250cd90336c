/** The judge of the data folder, asked as a user asks it: with files and a process of its own. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../support/shared.js';
import { freshFolder } from '../support/stemma.js';

export const goldFile = (name: 'seeds-dev' | 'train') => join(sharedFolder, 'gold', `${name}.jsonl`);

const evalFolder = join(sharedFolder, 'eval');

/** What `score.py GOLD PREDICTED --json` prints. */
export function judgeFiles(gold: string, predicted: string): Record<string, unknown> {
  const printed = execFileSync('python3', [join(evalFolder, 'score.py'), gold, predicted, '--json'], {
    encoding: 'utf8',
  });
  return JSON.parse(printed) as Record<string, unknown>;
}

/** Writes objects as JSON lines to a file in a fresh folder. */
export function linesFile(name: string, objects: readonly unknown[]): string {
  const file = join(freshFolder(), name);
  writeFileSync(file, objects.map((object) => `${JSON.stringify(object)}\n`).join(''));
  return file;
}

/** Runs Python over JSON with the judge's module at hand as `score`; the expression's value comes back. */
export function askPython<T>(expression: string, value: unknown): T {
  const program = `import sys, json, unicodedata; sys.path.insert(0, ${JSON.stringify(evalFolder)}); import score; value = json.load(sys.stdin); print(json.dumps(${expression}))`;
  const printed = execFileSync('python3', ['-B', '-c', program], {
    input: JSON.stringify(value),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return JSON.parse(printed) as T;
}
