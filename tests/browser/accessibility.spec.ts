import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, visitor, type Visitor } from '../support/chromium.ts';
import { runSystem, type RunningSystem } from '../support/running-system.ts';

/** Every page as the people open it whose page it is, checked against WCAG 2.2 AA, on a desk and on a phone. */

jest.setTimeout(240_000);

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The first of the cases that the person finds with these words; the page of one case has many looks. */
const caseWith = (query: string) => async (page: Page) =>
  `/cases/${await page.evaluate(async (words) => {
    const found = (await (await fetch(`/api/cases?${words}`)).json()) as { rows: { id: string }[] };
    return found.rows[0]?.id ?? '';
  }, query)}`;

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

/** What breaks the rules on the page as it stands now: the rule, and the first places. */
const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const found = await checker.run(document, { runOnly: { type: 'tag', values: tags } });
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
  }, RULES);
};

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('.ant-spin-spinning') === null);
  // A colour that is still fading in is none that anybody has to read.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
};

const enter = async ({ page }: Visitor, account: string): Promise<void> => {
  await page.goto(`${system.url}/sign-in`);
  await page.evaluate(async (name) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/session/demonstration', { method: 'POST', headers, body: JSON.stringify({ account: name }) });
  }, account);
};

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
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it.each(PLACES)('the pages of %s keep the rules', async (account, places) => {
    const person = await visitor(browser, size);
    await enter(person, account);
    const found: Record<string, string[]> = {};
    for (const place of places) {
      const path = typeof place === 'string' ? place : await place(person.page);
      await person.page.goto(`${system.url}${path}`);
      await settled(person.page);
      const broken = await violations(person.page);
      if (broken.length > 0) found[path] = broken;
    }
    expect(found).toEqual({});
    expect(person.complaints).toEqual([]);
    await person.context.close();
  });
});
