import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Milliseconds of work for each key: handlers, rendering, style and layout. */
    keyTimes: number[];
  }
}

/** Begins to measure how long the page works for each key, from the key to a finished layout. */
export const measureKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.keyTimes = [];
    let start = 0;
    const finish = (): void => {
      // After React, which renders a key's changes in a microtask of the same event
      queueMicrotask(() => {
        queueMicrotask(() => {
          document.body.getBoundingClientRect();
          window.keyTimes.push(performance.now() - start);
        });
      });
    };
    window.addEventListener(
      'keydown',
      () => {
        start = performance.now();
      },
      true,
    );
    window.addEventListener('keydown', (event) => {
      if (event.defaultPrevented) finish();
    });
    window.addEventListener('input', finish);
  });

export const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.ceil(times.length * share) - 1] ?? Infinity;
