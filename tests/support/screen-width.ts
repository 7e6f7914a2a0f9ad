import type { Page } from 'playwright-core';

/** Sideways scrolling of the whole page is what nobody finds on a phone. */
export const isWithinScreen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
