/** The supply chain as it is written down: a reason for each dependency, a licence for each package, no address of a registry. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../support/shared.js';

const text = (name: string) => readFileSync(join(projectRoot, name), 'utf8');
const { dependencies, devDependencies } = JSON.parse(text('package.json')) as Record<string, Record<string, string>>;
const lock = JSON.parse(text('package-lock.json')) as {
  packages: Record<string, { license?: string; integrity?: string; resolved?: string; dev?: boolean }>;
};
/** The types of a package need no reason beside the package's own. */
const direct = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));

it('each dependency has a reason, and each reason a dependency', () => {
  const rows = text('docs/dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
  expect(named.sort()).toEqual([...direct].sort());
});

it('what is locked has a checksum and no address', () => {
  for (const [name, { integrity, resolved }] of Object.entries(lock.packages)) {
    if (name === '') continue;
    expect([name, integrity !== undefined, resolved]).toEqual([name, true, undefined]);
  }
});

it('what is shipped may be shipped', () => {
  const licences = Object.entries(lock.packages)
    .filter(([name, { dev }]) => name !== '' && dev !== true)
    .map(([name, { license }]) => `${name}: ${license}`);
  const free =
    /: \(?(?:MIT|MIT-0|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|CC0-1\.0|BlueOak-1\.0\.0|Python-2\.0|Unlicense|OFL-1\.1)\b/;
  // MIT by the file LICENSE that it brings; its package.json is older than the field.
  expect(licences.filter((line) => !free.test(line))).toEqual(['node_modules/i: undefined']);
});
