/**
 * The same paper from several sources becomes one: same arXiv number or DOI, and what is the same as the same; then
 * those of equal text, then those whose texts are nearly equal, unless something says that they are two
 * (`same-paper.ts`). Papers wait in a temporary file; memory holds some 170 bytes for each, so that a dump of millions
 * of papers passes through.
 */
import { compareText, type ExtractionRecord, type Fault, type Source, type SourcePaper } from '../model/index.js';
import { joinEqualTexts } from './equal-texts.js';
import { KeyIndex } from './key-index.js';
import { NearDuplicates } from './near-duplicates.js';
import { NumberSets } from './number-sets.js';
import { equalTextKey, identityKeys, idOf, type Member, type MergedPaper, mergeMembers } from './paper-merge.js';
import { Spool } from './spool.js';

export type { Member, MergedPaper } from './paper-merge.js';

/** A different paper, and as JSON what each of its sources says: sorted, and what two say alike once. */
export type GatheredPaper = MergedPaper & { readonly members: readonly string[] };

/** What comes from reading: papers, records of papers that are extracted already, and faults. */
export type PaperInput =
  | { readonly kind: 'paper'; readonly paper: SourcePaper }
  | { readonly kind: 'record'; readonly record: ExtractionRecord; readonly source: Source }
  | { readonly kind: 'fault'; readonly fault: Fault };

export interface MergeOptions {
  /** A folder that exists; a file is made in it, which is gone after `close`. */
  tempDir: string;
  onFault?: (fault: Fault) => void;
  /** Called after each paper or record, with how many there were so far. */
  onRead?: (read: number) => void;
}

export interface MergedPapers {
  /** Papers and records read. */
  readonly read: number;
  /** Different papers among them. */
  readonly count: number;
  /** Those that were another source of a paper already there: `read` less `count`. */
  readonly merged: number;
  /** The different papers in the order of their ids, by UTF-16 code unit. May be gone through again. */
  items(): AsyncGenerator<GatheredPaper>;
  close(): void;
}

/** Reads all items and merges the papers. The result does not depend on their order. */
export async function mergePapers(items: AsyncIterable<PaperInput>, options: MergeOptions): Promise<MergedPapers> {
  const spool = new Spool(options.tempDir, 'papers.jsonl');
  try {
    const keys = new KeyIndex();
    const sets = new NumberSets();
    const byText = new NumberSets();
    const nearDuplicates = new NearDuplicates();
    for await (const item of items) {
      if (item.kind === 'fault') {
        options.onFault?.(item.fault);
        continue;
      }
      const number = spool.add(JSON.stringify(item));
      sets.add();
      byText.add();
      for (const key of identityKeys(item)) {
        const there = keys.findOrAdd(key, number);
        sets.union(number, there);
        byText.union(number, there);
      }
      const text = equalTextKey(item);
      if (text !== undefined) byText.union(number, keys.findOrAdd(text, number));
      nearDuplicates.add(item);
      options.onRead?.(spool.count);
    }
    const load = (number: number) => JSON.parse(spool.get(number)) as Member;
    joinEqualTexts(sets, byText, load);
    nearDuplicates.join(sets, load);
    const groups = groupById(sets, load);
    return {
      read: spool.count,
      count: groups.count,
      merged: spool.count - groups.count,
      async *items() {
        for (let i = 0; i < groups.count; i++) {
          const members = [...new Set(groups.members(i).map((number) => spool.get(number)))].sort(compareText);
          yield { ...mergeMembers(members.map((member) => JSON.parse(member) as Member)), members };
        }
      },
      close: () => spool.close(),
    };
  } catch (error) {
    spool.close();
    throw error;
  }
}

interface Groups {
  readonly count: number;
  /** The numbers of the members of the i-th different paper, in the order of ids. */
  members(i: number): number[];
}

/** Groups as typed arrays: ids are held only while they are sorted. */
function groupById(sets: NumberSets, load: (number: number) => Member): Groups {
  const groupOf = new Uint32Array(sets.size);
  let count = 0;
  // The root of a set is its smallest number, so its group is known before those of the others are asked for.
  for (let number = 0; number < sets.size; number++) {
    const root = sets.find(number);
    groupOf[number] = root === number ? count++ : (groupOf[root] ?? 0);
  }
  const starts = new Uint32Array(count + 1);
  for (const group of groupOf) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let group = 0; group < count; group++) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const free = starts.slice();
  const numbers = new Uint32Array(sets.size);
  for (const [number, group] of groupOf.entries()) {
    const place = free[group] ?? 0;
    numbers[place] = number;
    free[group] = place + 1;
  }
  const membersOf = (group: number) => [...numbers.subarray(starts[group], starts[group + 1])];
  const ids = Array.from({ length: count }, (_, group) => idOf(membersOf(group).map(load)));
  const order = Uint32Array.from(ids.keys()).sort((a, b) => compareText(ids[a] ?? '', ids[b] ?? ''));
  return { count, members: (i) => membersOf(order[i] ?? 0) };
}
