import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Debian's Chromium, without the services that look for hosts outside. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });

export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Errors and warnings of the page, violations of the content security policy among them. */
  complaints: string[];
}

/** Answers that a page is expected to get and that the browser writes to its console all the same. */
const EXPECTED = /status of (401|409|422)/;

/** A browser of its own for one person. */
export const visitor = async (browser: Browser, size = { width: 1440, height: 900 }): Promise<Visitor> => {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    // A click on what still moves may land beside it.
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !EXPECTED.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, context, complaints };
};
