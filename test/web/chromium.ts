/** Debian's Chromium, driven by playwright-core. Its absence fails under CI and skips elsewhere, with the remedy. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** Why the tests in a browser cannot run here; undefined when they can. */
export const noChromium =
  executablePath === undefined
    ? 'Chromium is missing: run scripts/setup-chromium.sh, or set CHROMIUM to its path'
    : undefined;
if (noChromium && process.env.CI) throw new Error(noChromium);

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error(noChromium);
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface OpenPage {
  readonly page: Page;
  /** Console errors and warnings, exceptions and failed requests since it was opened. */
  readonly faults: string[];
  close(): Promise<void>;
}

/** Waits until the page has its drawing. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => 'stemma' in globalThis);
}

/** A page of its own profile, on the drawn graph. Every fault of the page is kept, for the test to fail on. */
export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // The page gives up the older question when one types on, and all of them when one leaves.
    if (why !== 'net::ERR_ABORTED') faults.push(`request: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`response: ${response.status()} ${response.url()}`);
  });
  await page.goto(url);
  await drawn(page);
  return { page, faults, close: () => context.close() };
}
