import type { Page } from 'playwright-core';

/**
 * Types as an input method does: keys reach the page only as code 229, the syllables stand underlined in the text box,
 * and the word replaces them when it is chosen.
 */
export const compose = async (page: Page, syllables: readonly string[], word: string): Promise<void> => {
  const browser = await page.context().newCDPSession(page);
  const key = { key: 'Process', windowsVirtualKeyCode: 229 };
  for (const text of [...syllables, word]) {
    await browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await browser.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await browser.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }
  await browser.send('Input.insertText', { text: word });
  await browser.detach();
};
