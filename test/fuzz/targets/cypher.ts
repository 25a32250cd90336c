/** Queries: their words, the gate before the database, and the translation to its dialect. */
import { checkRefusal, checkTokens, checkTranslation } from '../../store/check-typed.js';
import { SPELLINGS } from '../../store/spellings/index.js';
import type { FuzzTarget } from '../target.js';

export const cypherTarget: FuzzTarget = {
  name: 'cypher',
  seeds: () => SPELLINGS.map(([, , query]) => query),
  run(input) {
    const text = input.toString();
    checkTokens(text);
    checkRefusal(text);
    checkTranslation(text);
  },
};
