/** What runs in the thread beside the server: makes the graph anew, and says what came of it as plain data. */
import { CurationError, StemmaError } from '../model/index.js';
import { type Remake, remake } from './remake.js';
import type { Outcome } from './remake-beside.js';

export default async function run(order: Remake): Promise<Outcome> {
  try {
    return { node: await remake(order) };
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error;
    const { code, message } = error;
    if (!(error instanceof CurationError)) return { failed: 'other', code, message };
    const { line, column } = error;
    return { failed: 'curation', code, message, line, column };
  }
}
