/** The trained network, run by ONNX Runtime: an encoder of word pieces, and a head each for entities and relations. */
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { StemmaError } from '../../model/index.js';
import type { Encoding } from './encoding.js';

/** One candidate as the network takes it: pieces of its occurrences, opinions and facts (see candidate-facts.ts). */
export interface CandidateInput {
  readonly pieces: readonly (readonly [number, number])[];
  readonly types: readonly number[];
  readonly roles: readonly number[];
  readonly facts: readonly number[];
}

/** One pair as the network takes it: pieces of head, tail and what is between, opinion and facts (see pair-facts.ts). */
export interface PairPieces {
  readonly pieces: readonly (readonly [number, number])[];
  readonly opinion: readonly number[];
  readonly facts: readonly number[];
}

/** Hidden states of a paper's pieces, [pieces, width]. */
export type Hidden = Tensor;

/** The error of a folder that does not hold a whole network. */
export function damaged(folder: string, cause: unknown): StemmaError {
  return new StemmaError(
    'no-network',
    `${folder}: the extractor's network is missing or damaged; reinstall the package, or use --extractor fast`,
    { cause },
  );
}

const MOST_OCCURRENCES = 6;
/** The files of the network, each with the ending ".onnx". */
export const PARTS = ['encoder', 'entities', 'relations'] as const;

/** The heads are small: threads that wait for them would only take the processor from the encoder. */
const ONE_THREAD: InferenceSession.SessionOptions = { intraOpNumThreads: 1 };

export class Network {
  readonly #sessions: Record<(typeof PARTS)[number], InferenceSession>;

  private constructor(sessions: Record<(typeof PARTS)[number], InferenceSession>) {
    this.#sessions = sessions;
  }

  /** Loads the network from a folder. Throws a StemmaError that names the folder when a part is missing or damaged. */
  static async load(folder: string, threads?: number): Promise<Network> {
    const whole: InferenceSession.SessionOptions = threads === undefined ? {} : { intraOpNumThreads: threads };
    try {
      const [encoder, entities, relations] = await Promise.all(
        PARTS.map((part) =>
          InferenceSession.create(join(folder, `${part}.onnx`), part === 'encoder' ? whole : ONE_THREAD),
        ),
      );
      return new Network({ encoder, entities, relations } as Record<(typeof PARTS)[number], InferenceSession>);
    } catch (cause) {
      throw damaged(folder, cause);
    }
  }

  async read(encoding: Encoding): Promise<Hidden> {
    const parts: Float32Array[] = [];
    let begin = 0;
    let width = 0;
    for (const end of encoding.ends) {
      const window = (numbers: readonly number[]): Tensor =>
        new Tensor('int64', BigInt64Array.from(numbers.slice(begin, end), BigInt), [1, end - begin]);
      const { hidden } = await this.#sessions.encoder.run({ ids: window(encoding.ids), forms: window(encoding.forms) });
      const states = hidden as Tensor;
      width = states.dims[2] as number;
      parts.push(states.data as Float32Array);
      begin = end;
    }
    const all =
      parts.length === 1 ? (parts[0] as Float32Array) : Float32Array.from(parts.flatMap((p) => Array.from(p)));
    return new Tensor('float32', all, [begin, width]);
  }

  /** Probabilities of no entity and of each type, and of each role, candidate by candidate. */
  async entities(
    hidden: Hidden,
    candidates: readonly CandidateInput[],
  ): Promise<{ types: Float32Array[]; roles: Float32Array[] }> {
    if (candidates.length === 0) return { types: [], roles: [] };
    const most = Math.min(MOST_OCCURRENCES, Math.max(...candidates.map((c) => c.pieces.length)));
    const spans = new BigInt64Array(candidates.length * most * 2);
    const there = new Float32Array(candidates.length * most);
    candidates.forEach(({ pieces }, c) => {
      for (let k = 0; k < most; k++) {
        const [first, last] = (pieces[k] ?? pieces[0]) as readonly [number, number];
        spans[(c * most + k) * 2] = BigInt(first);
        spans[(c * most + k) * 2 + 1] = BigInt(last);
        there[c * most + k] = k < pieces.length ? 1 : 0;
      }
    });
    const { type, role } = await this.#sessions.entities.run({
      hidden,
      spans: new Tensor('int64', spans, [candidates.length, most, 2]),
      there: new Tensor('float32', there, [candidates.length, most]),
      types: table(candidates.map((c) => c.types)),
      roles: table(candidates.map((c) => c.roles)),
      facts: table(candidates.map((c) => c.facts)),
    });
    return { types: probabilities(type as Tensor), roles: probabilities(role as Tensor) };
  }

  /** Probabilities of no relation and of each type, pair by pair. */
  async relations(hidden: Hidden, pairs: readonly PairPieces[]): Promise<Float32Array[]> {
    if (pairs.length === 0) return [];
    const { relation } = await this.#sessions.relations.run({
      hidden,
      spans: new Tensor(
        'int64',
        BigInt64Array.from(
          pairs.flatMap((p) => p.pieces.flat()),
          BigInt,
        ),
        [pairs.length, 3, 2],
      ),
      types: table(pairs.map((p) => p.opinion)),
      facts: table(pairs.map((p) => p.facts)),
    });
    return probabilities(relation as Tensor);
  }

  async close(): Promise<void> {
    await Promise.all(PARTS.map((part) => this.#sessions[part].release()));
  }
}

function table(rows: readonly (readonly number[])[]): Tensor {
  return new Tensor('float32', Float32Array.from(rows.flat()), [rows.length, rows[0]?.length ?? 0]);
}

/** The rows of a table of logits as probabilities. */
function probabilities(logits: Tensor): Float32Array[] {
  const [rows, columns] = logits.dims as [number, number];
  const all = logits.data as Float32Array;
  return Array.from({ length: rows }, (_, r) => {
    const row = all.slice(r * columns, (r + 1) * columns);
    const highest = Math.max(...row);
    let sum = 0;
    row.forEach((value, i) => {
      row[i] = Math.exp(value - highest);
      sum += row[i] as number;
    });
    return row.map((value) => value / sum);
  });
}
