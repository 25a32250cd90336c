/** What the page keeps in its address: what is written is read, and an address that somebody made up does no harm. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDGE_TYPES, NODE_LABELS } from '../../src/model/vocabulary.js';
import { type Asking, NOTHING_ASKED, readAsking, writeAsking } from '../../web/src/console/asking.js';
import { readFilters, writeFilters } from '../../web/src/filter/filter-address.js';
import { NO_FILTERS } from '../../web/src/filter/filters.js';
import { readPlace, writePlace } from '../../web/src/graph/view-place.js';
import { readView, viewAddress } from '../../web/src/lineage/view-address.js';
import { COLOURS, readLook, SIZES, writeLook } from '../../web/src/look/look.js';
import { readTable, type TableState, writeTable } from '../../web/src/table/table-state.js';
import { shortKey } from '../../web/src/walk/short-key.js';
import { type Expansion, groupKey } from '../../web/src/walk/walk.js';
import { readWalk, writeWalk } from '../../web/src/walk/walk-address.js';
import { runs } from '../support/effort.js';
import { checkAddress, through } from './check-address.js';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const someOf = <T>(all: readonly T[]) => fc.subarray([...all]).map((some) => new Set(some));

describe('what is written into an address is read from it', () => {
  it('filters', () => {
    const filters = fc.record({
      hiddenLabels: someOf(NODE_LABELS),
      hiddenTypes: someOf(EDGE_TYPES),
      years: fc.option(fc.tuple(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 5_000, max: 9_999 })), {
        nil: NO_FILTERS.years,
      }),
      leastConfidence: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
      leastPapers: fc.integer({ min: 1, max: 1_000_000 }),
      undated: fc.boolean(),
      communities: fc.uniqueArray(fc.nat(999_999_999), { maxLength: 5 }).map((some) => new Set(some)),
      categories: fc.uniqueArray(text, { maxLength: 3 }).map((some) => new Set(some)),
      organizations: fc.uniqueArray(text, { maxLength: 3 }).map((some) => new Set(some)),
    });
    fc.assert(
      fc.property(filters, (value) => void expect(readFilters(through(writeFilters, value))).toEqual(value)),
      runs(100),
    );
  });

  it('a walk', () => {
    const keys = fc.array(text.map(shortKey), { maxLength: 5 }).map((all) => new Set(all));
    const expansion: fc.Arbitrary<Expansion> = fc
      .array(
        fc.tuple(
          fc.constantFrom(...EDGE_TYPES),
          fc.constantFrom('in' as const, 'out' as const),
          fc.integer({ min: 1, max: 2_000 }),
        ),
        { maxLength: 4 },
      )
      .map((steps) => new Map(steps.map(([type, direction, count]) => [groupKey({ type, direction }), count])));
    const coordinate = fc.integer({ min: -1e6, max: 1e6 }).map((hundredths) => hundredths / 100);
    const walk = fc.record({
      expanded: fc
        .array(fc.tuple(fc.stringMatching(/^[a-z]{1,9}:[^\s]{1,12}$/), expansion), { maxLength: 4 })
        .map((all) => new Map(all)),
      hidden: keys,
      kept: fc.option(keys, { nil: undefined }),
      pinned: fc
        .array(fc.tuple(text.map(shortKey), fc.tuple(coordinate, coordinate)), { maxLength: 4 })
        .map((all) => new Map(all)),
      marked: keys,
    });
    fc.assert(
      fc.property(walk, (value) => void expect(readWalk(through(writeWalk, value))).toEqual(value)),
      runs(100),
    );
  });

  it('what the console asks, and how the table is sorted', () => {
    const order = fc.option(fc.record({ by: text, descending: fc.boolean() }), { nil: undefined });
    const typed = fc
      .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]\w{0,5}$/), fc.string({ maxLength: 9 })), {
        maxLength: 3,
        selector: ([name]) => name,
      })
      .map((all) => Object.fromEntries(all));
    const written = fc.record({ cypher: text, typed });
    const form = fc.record({ question: text, typed });
    const asking = fc
      .record({
        tab: fc.constantFrom('questions' as const, 'cypher' as const, 'recent' as const),
        written,
        form: fc.option(form, { nil: undefined }),
        which: fc.constantFrom('written' as const, 'form' as const, 'another' as const, 'none' as const),
        another: fc.oneof(written, form),
        all: fc.boolean(),
        asJson: fc.boolean(),
        order,
        drawn: fc.constantFrom('among' as const, 'alone' as const, undefined),
      })
      .map(({ which, another, all, asJson, order: by, drawn, ...rest }): Asking => {
        const asked = { written: rest.written, form: rest.form, another, none: undefined }[which];
        return asked
          ? { ...rest, asked, all, asJson, order: by, drawn }
          : { ...NOTHING_ASKED, ...rest, asked: undefined };
      });
    fc.assert(
      fc.property(asking, (value) => void expect(readAsking(through(writeAsking, value))).toEqual(value)),
      runs(200),
    );
    const table: fc.Arbitrary<TableState> = fc.record({ find: fc.string(), nodes: order, links: order });
    fc.assert(
      fc.property(table, (value) => void expect(readTable(through(writeTable, value))).toEqual(value)),
      runs(100),
    );
    // Nothing asked is nothing said, and a query stands there once.
    expect(through(writeAsking, NOTHING_ASKED).toString()).toBe('node=a');
    expect(readAsking(new URLSearchParams('node=a'))).toBeUndefined();
    const once = { cypher: 'MATCH (n) RETURN n', typed: {} };
    expect(through(writeAsking, { ...NOTHING_ASKED, written: once, asked: { ...once } }).getAll('asked')).toEqual([
      'cypher',
    ]);
  });

  it('a look, a place and a lineage', () => {
    const look = fc.record({ size: fc.constantFrom(...SIZES), colour: fc.constantFrom(...COLOURS) });
    fc.assert(
      fc.property(look, (value) => void expect(readLook(through(writeLook, value))).toEqual(value)),
      runs(20),
    );
    const number = fc.integer({ min: -1e7, max: 1e7 }).map((thousandths) => thousandths / 1_000);
    const place = fc.record({ x: number, y: number, span: fc.integer({ min: 1, max: 1e7 }).map((n) => n / 1_000) });
    fc.assert(
      fc.property(place, (value) => void expect(readPlace(through(writePlace, value))).toEqual(value)),
      runs(100),
    );
    const view = fc.record({
      page: fc.constant('lineage' as const),
      id: fc.option(text, { nil: undefined }),
      to: fc.option(text, { nil: undefined }),
      direction: fc.constantFrom('ancestors' as const, 'descendants' as const, 'both' as const),
      depth: fc.integer({ min: 1, max: 12 }),
      limit: fc.constantFrom(20, 60, 150, 300, 1_000),
      generic: fc.boolean(),
      folded: fc.uniqueArray(text, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(view, (value) => void expect(readView(new URLSearchParams(viewAddress(value)))).toEqual(value)),
      runs(100),
    );
  });
});

it('an address that somebody made up is read as far as it goes', () => {
  const key = fc.constantFrom(
    'node', 'to', 'link', 'with', 'hide', 'show', 'without', 'years', 'undated', 'sure', 'papers', 'community', 'category', 'organization', 'open', 'hidden',
    'only', 'pin', 'marked', 'at', 'size', 'colour', 'tab', 'cypher', 'param', 'question', 'value', 'asked', 'answer', 'rows-by', 'find', 'nodes-by', 'lineage', 'method', 'until', 'direction', 'depth', 'most', 'common', 'fold',
  ); // biome-ignore format: a list
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '',
      '-1',
      '1e999',
      'NaN',
      'Infinity',
      '0x10',
      '9999-1',
      '1-2',
      '__proto__',
      'constructor',
      ',,,',
      '1,2,3',
      '<script>',
      '{"cypher":"RETURN 1","typed":{"a":1,"__proto__":"x"}}',
      '{"question":1,"typed":null}',
      'constructor:1',
      '%%%',
    ),
    fc.constantFrom('a', '1', ',', ' ', 'a1 ', '9').map((sign) => sign.repeat(4_000)),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 8 }), (pairs) => checkAddress(new URLSearchParams(pairs))),
    runs(100),
  );
});
