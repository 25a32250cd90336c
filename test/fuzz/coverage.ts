/** Which characters of our code, and of the packages it calls, have run: V8's own block coverage of this process. */
import { type Profiler, Session } from 'node:inspector';

/** Ours, and the packages that it calls; neither what loads and tests it, nor Node's own modules. */
const LOOKED_AT = /\/(?:src|node_modules\/(?!@?vite|tsx\/|esbuild\/|get-tsconfig\/)[^/]+)\/|\/planted\.ts$/;

/** Begun before what is looked at is loaded, and never ended: V8 counts the blocks of what it compiles from then on. */
const session = new Session();
session.connect();
post('Profiler.enable');
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

export class Coverage {
  /** For each script, a 1 where a character has run. */
  readonly #run = new Map<string, Uint8Array>();
  /** Characters that have run. */
  reached = 0;

  constructor() {
    // What ran before is of no matter.
    post('Profiler.takePreciseCoverage');
  }

  /** Whether anything that has run since the last question never had before. It still counts as new. */
  look(): boolean {
    return this.#sinceLast(false) > 0;
  }

  /** @returns how many characters have run since the last question that never had before; now they have */
  add(): number {
    const fresh = this.#sinceLast(true);
    this.reached += fresh;
    return fresh;
  }

  #sinceLast(add: boolean): number {
    let fresh = 0;
    for (const { url, functions } of post('Profiler.takePreciseCoverage').result) {
      if (LOOKED_AT.test(url)) fresh += this.#compare(url, functions, add);
    }
    return fresh;
  }

  /** @param functions of one script, outer before inner; of each its whole, then blocks within blocks */
  #compare(url: string, functions: readonly Profiler.FunctionCoverage[], add: boolean): number {
    const end = Math.max(...functions.map(({ ranges }) => ranges[0]?.endOffset ?? 0));
    const now = new Uint8Array(end);
    for (const { ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges) now.fill(count > 0 ? 1 : 0, startOffset, endOffset);
    }
    const before = this.#run.get(url) ?? new Uint8Array();
    const both = add ? new Uint8Array(Math.max(end, before.length)) : before;
    if (add) both.set(before);
    let fresh = 0;
    for (let at = 0; at < end; at++) {
      if (now[at] !== 1 || before[at] === 1) continue;
      fresh++;
      if (add) both[at] = 1;
    }
    if (fresh > 0) this.#run.set(url, both);
    return fresh;
  }
}

/** A session of this process's own answers at once. */
function post(method: 'Profiler.enable'): void;
function post(method: 'Profiler.startPreciseCoverage', options: Profiler.StartPreciseCoverageParameterType): void;
function post(method: 'Profiler.takePreciseCoverage'): Profiler.TakePreciseCoverageReturnType;
function post(method: string, options: object = {}): unknown {
  let answer: unknown;
  session.post(method, options, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
}
