/** Search: what it finds, against a search that looks at every name; and what comes first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, type GraphNode } from '../../src/model/index.js';
import { SearchIndex } from '../../src/serve/search-index.js';

function technique(name: string, aliases: readonly string[] = [], papers = 1, id = name): GraphNode {
  const place = { x: 0, y: 0, community: 0, pagerank: 0 };
  return { id: `technique:${id}`, label: 'Technique', name, aliases: [...aliases], papers, ...place };
}
const names = (index: SearchIndex, query: string, limit = 20) =>
  index.search(query, limit).hits.map(({ name }) => name);

const words = fc.array(fc.constantFrom('key', 'value', 'keys', 'cache', 'KV', 'a', 'Ab', 'größe'), {
  minLength: 1,
  maxLength: 3,
});
const name = words.map((some) => some.join(' '));

const plain = (text: string) => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

it('finds what has every word as a prefix, or a name that begins so run together', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ name, aliases: fc.array(name, { maxLength: 2 }) }), { maxLength: 12 }),
      fc.oneof(name, fc.constantFrom('k', 'keyv', 'kv-ca', 'kvcache', 'gro', 'val ke', 'acachez')),
      (some, query) => {
        const nodes = some.map((node, i) => technique(node.name, node.aliases, 1, String(i)));
        const asked = plain(query).match(/[\p{L}\p{N}]+/gu) ?? [];
        const expected = some.flatMap((node, i) => {
          const forms = [node.name, ...node.aliases];
          const has = forms.flatMap((form) => plain(form).split(' '));
          const all = asked.every((word) => has.some((one) => one.startsWith(word)));
          return all || forms.some((form) => fold(form).startsWith(fold(query))) ? [`technique:${i}`] : [];
        });
        const index = new SearchIndex(nodes);
        // What one search leaves behind would be seen in the next.
        for (let again = 0; again < 2; again++) {
          const { hits, shown, total } = index.search(query, 100);
          expect(hits.map(({ id }) => id).sort()).toEqual(expected.sort());
          expect([shown, total]).toEqual([expected.length, expected.length]);
        }
      },
    ),
    { numRuns: 300 },
  );
});

describe('the first is', () => {
  const nodes = [
    technique('transformer', ['transformers'], 900),
    technique('vision transformer', ['ViT'], 400),
    technique('Transformer-XL', [], 20),
    technique('BERT', ['bidirectional transformer encoder'], 2000),
    technique('KV cache', ['key-value cache'], 50),
    technique('reinforcement learning', ['RL'], 3000),
    technique('Müller loss', [], 2),
  ];
  const index = new SearchIndex(nodes);
  const withLike = new SearchIndex([...nodes, technique('a BERT-like algorithm', [], 9000)]);
  const cases: [string, string, string][] = [
    ['the exact name, not the one of more papers', 'transformer', 'transformer'],
    ['the exact alias', 'vit', 'vision transformer'],
    ['the name that is spelled otherwise', 'kv-cache', 'KV cache'],
    ['the name run together', 'kvcache', 'KV cache'],
    ['the one with both words, in any order', 'cache key', 'KV cache'],
    ['the misspelt one where none is written so', 'reinforcment lerning', 'reinforcement learning'],
    ['the one without its diacritics', 'muller', 'Müller loss'],
  ];
  it.each(cases)('%s: %s', (_, query, first) => expect(names(index, query)[0]).toBe(first));

  it('a name goes before an alias, and no misspelling beside what is written so', () => {
    expect(names(index, 'transformer').indexOf('BERT')).toBeGreaterThan(0);
    expect(names(index, 'RL')).toEqual(['reinforcement learning']);
    expect(names(index, 'xyzzy plugh')).toEqual([]);
    expect(names(index, '…')).toEqual([]);
  });

  it.each([
    ['BERT algorithm', ['BERT', 'a BERT-like algorithm']],
    ['bert framework', ['BERT']],
    ['kv-cache method', ['KV cache']],
    ['BERT dataset', []],
    ['transformer algorithms', ['transformer']],
  ])('a name is found with its kind beside it: %s', (query, found) => {
    expect(names(withLike, query)).toEqual(found);
  });

  it('those of one name are told apart by what spells them out', () => {
    const { hits } = new SearchIndex([
      technique(
        'GRPO',
        ['GRPO-S', 'Group Relative Policy Optimization', 'Group based Relative Policy Optimization'],
        9,
      ),
      technique('GRPO', ['Guided Reward Policy Optimization'], 1, 'other'),
      technique('GRPO2', ['the second'], 1),
    ]).search('grpo', 10);
    expect(hits.map(({ name, alias }) => [name, alias])).toEqual([
      ['GRPO', 'Group Relative Policy Optimization'],
      ['GRPO', 'Guided Reward Policy Optimization'],
      ['GRPO2', undefined],
    ]);
  });

  it('at most so many, the same ones as of all, and says of how many', () => {
    const all = names(index, 't', 20);
    expect(all.length).toBeGreaterThan(2);
    expect(index.search('t', 2)).toMatchObject({ shown: 2, total: all.length });
    expect(names(index, 't', 2)).toEqual(all.slice(0, 2));
  });
});
