/** What every store's guard has to do: refuse what could do harm, and let questions through. */
import { expect } from 'vitest';
import type { QueryOptions, Store } from '../../src/store/store.js';

export async function expectRefused(store: Store, attacks: readonly string[], options: QueryOptions): Promise<void> {
  for (const attack of attacks) {
    const outcome = await store.query(attack, options).then(
      ({ rows }) => JSON.stringify(rows),
      (error: { name: string; code: string }) => `${error.name} ${error.code}`,
    );
    expect([attack, outcome]).toEqual([attack, 'QueryError not-allowed']);
  }
}

export async function expectAnswered(store: Store, queries: readonly string[], options: QueryOptions): Promise<void> {
  for (const query of queries) {
    const outcome = await store.query(query, options).then(() => 'answered', String);
    expect([query, outcome]).toEqual([query, 'answered']);
  }
}
