import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, visitor } from '../support/chromium.ts';
import { runSystem, type RunningSystem } from '../support/running-system.ts';
import { signedInAtDemonstration } from '../support/signed-in.ts';
import { violations } from '../support/violations.ts';

/** Every page as the people open it whose page it is, checked against WCAG 2.2 AA, on a desk and on a phone. */

jest.setTimeout(240_000);

/** The first of the cases that the person finds with these words; the page of one case has many looks. */
const caseWith = (query: string) => async (page: Page) => {
  const answer = await page.request.get(`${system.url}/api/cases?${query}`);
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  return `/cases/${rows[0]?.id ?? ''}`;
};

type Place = string | ((page: Page) => Promise<string>);

const PLACES: [string, Place[]][] = [
  ['clinic', ['/cases', caseWith('for=mine&status=open'), caseWith('for=mine&status=done'), '/password']],
  ['reviewer', ['/review', caseWith('for=review'), '/board']],
  ['manager', ['/board']],
  ['registrar', ['/organisations', '/people']],
  ['auditor', ['/audit']],
  [
    'designer',
    ['basics', 'kinds', 'roles', 'tables', 'values', 'workflows', 'calendar', 'texts', 'text'].map(
      (part) => `/design/mh_volunteer_2024/settings?part=${part}`,
    ),
  ],
];

let system: RunningSystem;
let browser: Browser;

beforeAll(async () => {
  system = await runSystem({ DEMO: '1' });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

describe.each([
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
])('on %s', (_, size) => {
  it('the sign-in page keeps the rules', async () => {
    const { page, context } = await visitor(browser, size);
    await page.goto(`${system.url}/sign-in`);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it.each(PLACES)('the pages of %s keep the rules', async (account, places) => {
    const person = await signedInAtDemonstration(browser, system.url, { account, size });
    const found: Record<string, string[]> = {};
    for (const place of places) {
      const path = typeof place === 'string' ? place : await place(person.page);
      await person.page.goto(`${system.url}${path}`);
      const broken = await violations(person.page);
      if (broken.length > 0) found[path] = broken;
    }
    expect(found).toEqual({});
    expect(person.complaints).toEqual([]);
    await person.context.close();
  });
});

describe('for somebody who asks for less motion', () => {
  /** What began to move on a page, but for the sign that something is being fetched. */
  const moved = async (reducedMotion: 'reduce' | 'no-preference'): Promise<string[]> => {
    const { page, context } = await signedInAtDemonstration(browser, system.url, { account: 'registrar' });
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      const seen: string[] = [];
      for (const type of ['animationstart', 'transitionstart'])
        document.addEventListener(type, ({ target }) => {
          if (target instanceof Element && target.closest('.ant-spin, .anticon-spin') === null)
            seen.push(target.className);
        });
      Object.assign(window, { seen });
    });
    await page.goto(`${system.url}/people`);
    await page.getByRole('button', { name: '添加人员' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('账号').fill('anna');
    await dialog.getByLabel('角色', { exact: true }).first().click();
    await page.locator('.ant-select-item-option').first().click();
    await dialog.getByRole('button', { name: '取消' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    await context.close();
    return seen;
  };

  it('dialogs, lists and buttons stand at once, where they move for others', async () => {
    expect(await moved('reduce')).toEqual([]);
    expect((await moved('no-preference')).join()).toContain('ant-modal');
  });
});
