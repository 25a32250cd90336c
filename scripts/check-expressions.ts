/**
 * `npm run check:expressions`: no regular expression of the source may be made slow by the text it reads, as then one
 * record or one request could stop everything. What was found safe is remembered in `.cache`, so that only new
 * expressions are looked at.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { findAttack } from './expressions/attack.js';
import { findExpressions } from './expressions/find.js';

const FOLDERS = ['src', 'web/src'];
const REMEMBERED = '.cache/safe-expressions.json';

const remembered = new Set<string>(JSON.parse(await readFile(REMEMBERED, 'utf8').catch(() => '[]')));
const places = new Map<string, string[]>();
for (const folder of FOLDERS) {
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    if (!/\.tsx?$/.test(name)) continue;
    const file = `${folder}/${name}`;
    for (const { source, flags, line } of findExpressions(file, await readFile(file, 'utf8'))) {
      const expression = `/${source}/${flags}`;
      places.set(expression, [...(places.get(expression) ?? []), `${file}:${line}`]);
    }
  }
}

const safe = [...places.keys()].filter((expression) => remembered.has(expression));
const open = [...places.keys()].filter((expression) => !remembered.has(expression));
const complaints: string[] = [];
const work = async () => {
  for (let expression = open.pop(); expression !== undefined; expression = open.pop()) {
    const end = expression.lastIndexOf('/');
    const attack = await findAttack(expression.slice(1, end), expression.slice(end + 1));
    if (attack === undefined) safe.push(expression);
    else {
      const { complexity, text, milliseconds } = attack;
      const took = `${complexity}, ${Math.round(milliseconds)} ms for ${text}`;
      complaints.push(`${places.get(expression)?.join(', ')}: ${expression} can be made slow (${took})`);
    }
  }
};
await Promise.all(Array.from({ length: availableParallelism() }, work));

await mkdir('.cache', { recursive: true });
await writeFile(REMEMBERED, JSON.stringify(safe.sort(), undefined, 1));
for (const complaint of complaints.sort()) console.error(complaint);
if (complaints.length > 0) {
  console.error('bound what repeats, make neighbours exclude each other, or look at the text from a fixed place');
  process.exitCode = 1;
} else console.log(`${safe.length} regular expressions, none of which can be made slow`);
// The workers of the search would keep the process.
process.exit();
