import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, type Visitor } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { runSystem, type RunningSystem } from '../support/running-system.ts';
import { isWithinScreen } from '../support/screen-width.ts';
import { signedInAtDemonstration } from '../support/signed-in.ts';
import { violations as violationsIn } from '../support/violations.ts';

/**
 * A workflow changed in the browser by somebody who has never seen its text: a review is put between two states, a
 * mistake in the text is told at its place, the draft is walked through as each role, and the walk becomes a scenario.
 */

jest.setTimeout(240_000);

const ADDRESS = '/design/mh_volunteer_2024/workflows/activity_report';

let system: RunningSystem;
let browser: Browser;
let designer: Visitor;

const open = async (page: Page, view = ''): Promise<void> => {
  await page.goto(`${system.url}${ADDRESS}${view}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
};

const entry = (page: Page, path: string) => page.locator(`[data-outline="${path}"]`);
const switchTo = (page: Page, view: string) => page.locator('.workflow-head').getByText(view, { exact: true }).click();
const faultless = async (page: Page): Promise<void> => {
  await page.locator('.problems').getByText('没有发现问题').waitFor();
};

/** The form that is filled is held by the tests of forms and grids. */
const violations = (page: Page): Promise<string[]> => violationsIn(page, ['.walk-paper']);

beforeAll(async () => {
  system = await runSystem({ DEMO: '1' });
  browser = await launchChromium();
  designer = await signedInAtDemonstration(browser, system.url, { account: 'designer' });
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

afterEach(() => {
  expect(designer.complaints).toEqual([]);
});

describe('a workflow designed in the browser', () => {
  it('shows the picture, the list and the properties without touching the text', async () => {
    const { page } = designer;
    await open(page);
    await faultless(page);
    await eventually(() => page.locator('.state-node').count(), 3);
    await entry(page, 'states.submitted').click();
    await page.getByRole('region', { name: '属性' }).getByText('submitted').waitFor();
    await page.getByText('尚无修改').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('takes a county review between two states in one gesture, which is saved by itself and undone in one step', async () => {
    const { page } = designer;
    await entry(page, 'states.open.on.submit').click();
    await page.getByRole('region', { name: '属性' }).getByRole('button', { name: '在此插入审核' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('环节名称').fill('县级审核');
    await dialog.getByLabel('由谁审核').click();
    await page.getByTitle('负责人').first().click();
    await dialog.getByRole('button', { name: /^插\s*入$/ }).click();
    await entry(page, 'states.extra_review').getByText('县级审核').first().waitFor();
    await eventually(() => page.locator('.state-node').count(), 4);
    await page.getByText(/草稿已保存/).waitFor();
    await page.keyboard.press('Control+z');
    await entry(page, 'states.extra_review').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+y');
    await entry(page, 'states.extra_review').waitFor();
    await page.getByText(/草稿已保存/).waitFor();
    await page.reload();
    await entry(page, 'states.extra_review').getByText('县级审核').first().waitFor();
  });

  it('tells a mistake in the text in Chinese at its place, in the list of problems and at the property', async () => {
    const { page } = designer;
    await page.getByText('图和文本', { exact: true }).click();
    await entry(page, 'states.extra_review.on.approve').click();
    const editor = page.getByRole('textbox', { name: '流程文本（YAML）' });
    await editor.getByText('extra_review').first().waitFor();
    await editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nsettle_all: yes');
    const problem = page.locator('.problem-error').filter({ hasText: 'settle_all' });
    await problem.waitFor();
    await page.locator('.cm-lintRange-error').first().waitFor();
    await problem.click();
    await page.keyboard.press('Control+z');
    await problem.waitFor({ state: 'detached' });
    const target = page.getByRole('region', { name: '属性' });
    await entry(page, 'states.extra_review.on.approve').click();
    await target.getByRole('combobox', { name: '去向', exact: true }).waitFor();
  });

  it('walks through the draft as each role on a clock of its own, and nothing of it reaches the server', async () => {
    const { page } = designer;
    const written: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' && !request.url().endsWith('/lint')) written.push(request.url());
    });
    await switchTo(page, '走一遍');
    await page.getByText('这里是试运行').waitFor();
    const cast = page.locator('.walk-cast');
    await page.locator('.walk-deeds').getByRole('button', { name: '零报告（本期无活动）' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('本期没有活动');
    await page.getByRole('dialog').getByRole('button', { name: '零报告（本期无活动）' }).click();
    await page.locator('.walk-heading').getByText('县级审核').waitFor();
    await cast.getByRole('button', { name: /负责人/ }).click();
    await page
      .locator('.walk-deeds')
      .getByRole('button', { name: /^通\s*过$/ })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^通\s*过$/ })
      .click();
    await page.locator('.walk-heading').getByText('待审核').waitFor();
    await page.getByRole('tab', { name: '将来' }).click();
    await page.getByRole('button', { name: '到下一件事' }).click();
    await page.getByRole('tab', { name: /通知/ }).click();
    await page.getByRole('tabpanel').getByRole('listitem').nth(1).waitFor();
    expect(written.filter((url) => !url.includes('/draft'))).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  it('keeps the walk as a scenario that is played with a green tick and shows what is covered', async () => {
    const { page } = designer;
    await page.getByRole('button', { name: '存为场景' }).click();
    await page.getByLabel('名称').fill('零报告经县级审核');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^保\s*存$/ })
      .click();
    await page.getByText('已存为场景').waitFor();
    await switchTo(page, '场景');
    const line = page.locator('.scenario-line').filter({ hasText: '零报告经县级审核' });
    await line.getByLabel('通过').waitFor();
    await line.click();
    await page.getByRole('heading', { name: '零报告经县级审核' }).waitFor();
    await page
      .locator('.coverage')
      .getByText(/环节：走到/)
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('is usable on a phone', async () => {
    const size = { width: 390, height: 844 };
    const phone = await signedInAtDemonstration(browser, system.url, { account: 'designer', size });
    const { page } = phone;
    await open(page);
    await entry(page, 'states.extra_review').click();
    await page.getByText('属性', { exact: true }).click();
    await page.getByRole('region', { name: '属性' }).getByText('extra_review').waitFor();
    expect(await isWithinScreen(page)).toBe(true);
    expect(await violations(page)).toEqual([]);
    await phone.context.close();
  });
});
