/**
 * Fuzzing that is guided by coverage: an input that reaches code which none before did is kept, and others are made of it.
 * Same seeds and same count, same inputs; what AFL and libFuzzer do, for ES modules as they are. Of the packages that do it,
 * jsfuzz sees CommonJS only, and Jazzer.js brings binaries for newer systems.
 */
import { seededRandom } from '../../src/model/random.js';
import { Coverage } from './coverage.js';
import { Mutator } from './mutate.js';
import type { FuzzTarget } from './target.js';

/** Asking for coverage takes longer than most inputs do: so many are tried before it is. */
const AT_ONCE = 16;
/** Of the processor's time, for one input; the slowest of the seeds takes a hundredth of it. */
const LONGEST_SECONDS = 5;

export interface FuzzOptions {
  /** How many inputs are made, beside the seeds. */
  readonly inputs?: number;
  /** Or how long. */
  readonly seconds?: number;
  /** Whether what reaches new code is kept; where not, only seeds are changed. */
  readonly guided?: boolean;
  /** Told each input before it is tried: who watches has it when nothing is heard any more. */
  readonly onInput?: (input: Buffer) => void;
}

export interface FuzzOutcome {
  readonly inputs: number;
  readonly seeds: number;
  /** Inputs that reached what none before did. */
  readonly kept: number;
  /** Characters of code that the seeds reached, and that all did. */
  readonly reachedBySeeds: number;
  readonly reached: number;
  readonly fault?: { readonly input: Buffer; readonly error: unknown };
}

export async function fuzz(target: FuzzTarget, options: FuzzOptions): Promise<FuzzOutcome> {
  const { inputs = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY, guided = true, onInput } = options;
  const seeds = target.seeds().map((seed) => Buffer.from(seed));
  const mutator = new Mutator(seeds, seededRandom(29));
  const coverage = new Coverage();
  const corpus: Buffer[] = [...seeds];
  let tried = 0;
  let reachedBySeeds = 0;
  /** @returns the fault that it shows */
  const attempt = async (input: Buffer): Promise<FuzzOutcome['fault']> => {
    onInput?.(input);
    const before = process.cpuUsage();
    try {
      await target.run(input);
    } catch (error) {
      return { input, error };
    }
    const { user } = process.cpuUsage(before);
    if (user <= LONGEST_SECONDS * 1e6) return undefined;
    return { input, error: new Error(`it took ${(user / 1e6).toFixed(1)} s of the processor's time`) };
  };
  const outcome = (fault?: FuzzOutcome['fault']): FuzzOutcome => ({
    inputs: tried,
    seeds: seeds.length,
    kept: corpus.length - seeds.length,
    reachedBySeeds,
    reached: coverage.reached,
    ...(fault ? { fault } : {}),
  });
  for (const seed of seeds) {
    const fault = await attempt(seed);
    if (fault) return outcome(fault);
  }
  coverage.add();
  reachedBySeeds = coverage.reached;
  const end = performance.now() + seconds * 1000;
  while (tried < inputs && performance.now() < end) {
    const some = Array.from({ length: Math.min(AT_ONCE, inputs - tried) }, () => mutator.from(corpus));
    for (const input of some) {
      tried++;
      const fault = await attempt(input);
      if (fault) return outcome(fault);
    }
    if (!guided) coverage.add();
    else if (coverage.look()) {
      // Which of them was it? What a memory has kept is not run again, and then it was none.
      for (const input of some) {
        const fault = await attempt(input);
        if (fault) return outcome(fault);
        if (coverage.add() > 0) corpus.push(input);
      }
    }
  }
  return outcome();
}
