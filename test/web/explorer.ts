/** What every test of the explorer begins with: the fixture's graph, built and served, and pages that tell their faults. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launch, open } from './chromium.js';
import { writeFixture } from './fixture-records.js';
import { type BuiltGraph, buildGraph, type Served, serveGraph } from './stemma-server.js';

export interface Explorer {
  /** Known once the tests run. */
  readonly browser: Browser;
  readonly graph: BuiltGraph;
  readonly served: Served;
  /** Runs a deed on a page of its own and fails on every fault of the page. */
  onPage(deed: (page: Page) => Promise<void>, path?: string, options?: BrowserContextOptions): Promise<void>;
}

/** To be called inside `describe`: sets up before its tests and tidies up after them. */
export function useExplorer(): Explorer {
  let home = '';
  let graph: BuiltGraph | undefined;
  let served: Served | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'stemma-fixture-'));
    const file = join(home, 'fixture.jsonl');
    await writeFixture(file);
    graph = await buildGraph(file);
    served = await serveGraph(graph);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await graph?.remove();
    await rm(home, { recursive: true, force: true });
  });

  function there<T>(value: T | undefined): T {
    if (value === undefined) throw new Error('the explorer is there only while tests run');
    return value;
  }

  return {
    get browser() {
      return there(browser);
    },
    get graph() {
      return there(graph);
    },
    get served() {
      return there(served);
    },
    async onPage(deed, path = '/', options = {}) {
      const opened = await open(there(browser), there(served).url + path, options);
      try {
        await deed(opened.page);
        expect(opened.faults).toEqual([]);
      } finally {
        await opened.close();
      }
    },
  };
}

/** The address of the page on which a node is selected. */
export function at(id: string): string {
  return `/?node=${encodeURIComponent(id)}`;
}
