/**
 * New versions: what a paper introduces under the name of something else that it speaks of, with a later number or one more
 * plus sign ("FreeZeV2, the second generation of FreeZe"), came from that. The names say which came first, and a sentence
 * with both must say that one was made of the other.
 */
import type { RoledDraft } from './drafts.js';
import type { Mention } from './objects.js';
import type { Reading } from './reading.js';
import type { Statement } from './statements.js';

const NUMBER = /^\d{1,2}(?:\.\d{1,2}){0,3}$/;
const MAKING =
  /\b(?:exten[ds]|expand|version|generation|successor|predecessor|buil[dt]|based|improv|upgrad|fine-?tun|evol|enhanc|generali[sz]|previous|prior|inherit|replace?ment|refin)/;

interface Version {
  readonly stem: string;
  readonly number: readonly number[];
  readonly plus: number;
}

/**
 * @param mentions sentence by sentence
 * @returns at most one statement for each pair of versions, in the first sentence that makes it
 */
export function findSuccessions(
  reading: Reading,
  drafts: readonly RoledDraft[],
  mentions: readonly (readonly Mention[])[],
): Statement[] {
  const versions = drafts.map(({ name }) => versionOf(name));
  const pairs = drafts.flatMap((draft, head) => {
    if (draft.role !== 'introduces' || draft.nested) return [];
    return drafts.flatMap((other, tail) => {
      const isKnown = !other.nested && other.role !== 'introduces';
      return isKnown && isNewer(versions[head], versions[tail]) ? [{ head, tail }] : [];
    });
  });
  return pairs.flatMap((pair) => stateOf(reading, mentions, pair) ?? []);
}

function stateOf(
  reading: Reading,
  mentions: readonly (readonly Mention[])[],
  { head, tail }: Pick<Statement, 'head' | 'tail'>,
): Statement | undefined {
  for (const [sentence, { start, end, inTitle }] of reading.sentences.entries()) {
    const here = mentions[sentence] ?? [];
    const [newer, older] = [head, tail].map((entity) => here.find((mention) => mention.entity === entity)?.at);
    if (inTitle || !newer || !older || !MAKING.test(reading.text.slice(start, end).toLowerCase())) continue;
    const [from, to] = [Math.min(newer.from, older.from), Math.max(newer.to, older.to)];
    return { head, tail, type: 'BUILDS_ON', sentence, from, to };
  }
  return undefined;
}

/** `FreeZeV2` is version 2 of FreeZe, `Search-R1++` version 1 of Search-R, twice improved. */
function versionOf(name: string): Version | undefined {
  let end = name.length;
  while (name[end - 1] === '+') end--;
  let from = end;
  while (from > 0 && '0123456789.'.includes(name.charAt(from - 1))) from--;
  const number = name.slice(from, end);
  const isNumbered = NUMBER.test(number);
  const stem = name
    .slice(0, isNumbered ? from : end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if ((stem.match(/\p{L}/gu)?.length ?? 0) < 2) return undefined;
  return {
    stem: isNumbered ? stem.replace(/v$/, '') : stem,
    // What has no number is the first version.
    number: isNumbered ? number.split('.').map(Number) : [1],
    plus: name.length - end,
  };
}

function isNewer(a: Version | undefined, b: Version | undefined): boolean {
  if (a === undefined || b === undefined || a.stem !== b.stem) return false;
  for (let i = 0; i < Math.max(a.number.length, b.number.length); i++) {
    const difference = (a.number[i] ?? 0) - (b.number[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return a.plus > b.plus;
}
