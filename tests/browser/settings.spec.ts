import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, type Visitor } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { runSystem, type RunningSystem } from '../support/running-system.ts';
import { signedInAtDemonstration } from '../support/signed-in.ts';

/**
 * A clerk changes what surrounds forms and workflows in a real browser, without touching a file: a role, a table pasted from
 * a spreadsheet, the holidays of a year, and next year's programme as a copy with its dates moved.
 */

jest.setTimeout(240_000);

const PROGRAMME = 'mh_volunteer_2024';

let system: RunningSystem;
let browser: Browser;
let clerk: Visitor;

const open = async (page: Page, part: string): Promise<void> => {
  await page.goto(`${system.url}/design/${PROGRAMME}/settings?part=${part}`);
  await page.locator('.settings-desk').first().waitFor();
};

const saved = (page: Page): Promise<void> =>
  page.locator('.draft-line:visible', { hasText: '草稿已保存' }).first().waitFor();

const textOf = async (page: Page, kind: string, key: string, programme = PROGRAMME): Promise<string> => {
  const answer = await page.request.get(`${system.url}/api/programmes/${programme}/definitions/${kind}/${key}`);
  const { draft, published } = (await answer.json()) as Record<string, { text: string } | null>;
  return draft?.text ?? published?.text ?? '';
};

beforeAll(async () => {
  system = await runSystem({ DEMO: '1' });
  browser = await launchChromium();
  clerk = await signedInAtDemonstration(browser, system.url, { account: 'designer' });
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

describe('the settings of a programme', () => {
  it('warn where a role loses what workflows need of it, and take it back', async () => {
    const { page } = clerk;
    await open(page, 'roles');
    const role = page.getByRole('group', { name: '填报人', exact: true });
    await role.getByRole('checkbox', { name: '填报本单位的内容' }).uncheck();
    await role.getByText('还缺少权限').waitFor();
    await page.locator('.problems').getByText('cases.fill').first().waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await role.getByText('还缺少权限').waitFor({ state: 'detached' });
    await saved(page);
    const asBefore = expect.stringContaining('institution_filler: {title: {zh-CN: 填报人');
    await eventually(() => textOf(page, 'Programme', PROGRAMME), asBefore);
  });

  it('keep a new role, and are as they were left after a reload', async () => {
    const { page } = clerk;
    await page.getByLabel('新角色的名称').fill('Observer');
    await page.getByRole('button', { name: '添加角色' }).click();
    await page
      .getByRole('group', { name: 'Observer', exact: true })
      .getByRole('checkbox', { name: '查看总览' })
      .check();
    await eventually(() => textOf(page, 'Programme', PROGRAMME), expect.stringMatching(/Observer[^]*?boards\.read/));
    await saved(page);
    await open(page, 'roles');
    const kept = page.getByRole('group', { name: 'Observer', exact: true });
    await kept.getByRole('checkbox', { name: '查看总览', checked: true }).waitFor();
    expect(await textOf(page, 'Programme', PROGRAMME)).toContain(
      'kinds: only these kinds of institution may choose it',
    );
  });

  it('take a notice of holidays as it was published, and a click on a day', async () => {
    const { page } = clerk;
    await open(page, 'calendar');
    await page.getByText('2025', { exact: true }).click();
    await page.locator('[data-day="2025-07-09"]').click();
    await page.getByRole('button', { name: '粘贴放假通知' }).click();
    await page.getByRole('textbox', { name: '粘贴放假安排' }).fill('元旦：2031年1月1日至3日放假。1月4日上班。');
    await page.getByRole('button', { name: '采用' }).click();
    await eventually(() => textOf(page, 'Calendar', 'cn'), expect.stringContaining('2031-01-01'));
    await saved(page);
    const text = await textOf(page, 'Calendar', 'cn');
    expect(text).toContain('2025-07-09');
    expect(text).toMatch(/2031.*:[^]*from: 2031-01-01, to: 2031-01-03, name: 元旦/);
    expect(text).toContain('# 国办发明电〔2023〕7号');
  });
});

it('begin a programme as a copy of another, with every date moved and looked through', async () => {
  const { page } = clerk;
  await page.goto(`${system.url}/design`);
  await page.locator('.ant-table-row').first().waitFor();
  await page.getByRole('button', { name: '新建工作方案' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('方案名称').fill('Next year');
  await dialog.getByLabel('以哪个方案为基础').click();
  await page.locator('.ant-select-item-option').first().click();
  await dialog.getByRole('button', { name: /建\s?立/ }).click();
  const due = page.getByRole('textbox', { name: /新日期 deadlines › report › for › university › on/ }).first();
  await eventually(() => due.inputValue(), expect.stringMatching(/^2025-/));
  await due.fill('2025-04-07');
  await page.getByRole('button', { name: '保存 1 处修改' }).click();
  await page.waitForURL(/programme=next_year/);
  await eventually(
    () => textOf(page, 'Workflow', 'volunteer_roster', 'next_year'),
    expect.stringContaining('2025-04-07'),
  );
  expect(clerk.complaints).toEqual([]);
});
