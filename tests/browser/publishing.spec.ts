import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, type Visitor } from '../support/chromium.ts';
import { runSystem, type RunningSystem } from '../support/running-system.ts';
import { isWithinScreen } from '../support/screen-width.ts';
import { sentBy, signedInAtDemonstration } from '../support/signed-in.ts';
import { violations } from '../support/violations.ts';

/** Deadlines moved and drafts published on the data of the demonstration, by people in a real browser. */

jest.setTimeout(180_000);

const PROGRAMME = 'mh_volunteer_2024';
const PHONE = { width: 390, height: 844 };

let system: RunningSystem;
let browser: Browser;

const signedIn = (account: string, size?: { width: number; height: number }): Promise<Visitor> =>
  signedInAtDemonstration(browser, system.url, { account, ...(size && { size }) });

/** Saves a draft in which one text stands in place of another, as the designers of forms and workflows do. */
const saveDraft = async (page: Page, name: [kind: string, key: string], words: [before: string, after: string]) => {
  const place = `${system.url}/api/programmes/${PROGRAMME}/definitions/${name.join('/')}`;
  const found = (await (await page.request.get(place)).json()) as {
    draft: { text: string; rev: number } | null;
    published: { text: string };
  };
  const text = (found.draft ?? found.published).text.replace(...words);
  expect(await sentBy(page, 'PUT', `${place}/draft`, { text, rev: found.draft?.rev ?? 0 })).toBe(200);
};

beforeAll(async () => {
  system = await runSystem({ DEMO: '1' });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

describe('the page of deadlines', () => {
  let manager: Visitor;

  beforeAll(async () => {
    manager = await signedIn('manager');
    await manager.page.goto(`${system.url}/deadlines`);
  });
  afterAll(async () => {
    expect(manager.complaints).toEqual([]);
    await manager.context.close();
  });

  it('opens where the next thing is due, and walks from day to day with the arrow keys', async () => {
    const { page } = manager;
    await page.getByRole('heading', { name: '2024年3月29日 到期' }).waitFor();
    await page.getByRole('button', { name: /^2024年3月29日/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: '2024年3月31日 到期' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: '2024年4月', exact: true }).waitFor();
  });

  it('moves a deadline for one organisation, within what the definition allows', async () => {
    const { page } = manager;
    await page.getByRole('button', { name: '调整 报送附件1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('一家单位').click();
    await dialog.getByRole('combobox', { name: '一家单位' }).fill('中正');
    await page.getByTitle('中正卫生院').click();
    await dialog.getByLabel('请选择日期').fill('2024-05-30');
    await dialog.getByLabel('请选择日期').press('Enter');
    await dialog.getByText('延期超过允许的期限').waitFor();
    await dialog.getByRole('button', { name: /^确认调整/, disabled: true }).waitFor();
    await dialog.getByLabel('请选择日期').fill('2024-04-10');
    await dialog.getByLabel('请选择日期').press('Enter');
    await dialog.getByText('1 家单位从 2024年3月31日 改为 2024年4月10日').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByLabel('调整理由').fill('卫生院搬迁');
    await dialog.getByRole('button', { name: '确认调整（1 家）' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: /^延期记录/ }).click();
    await page.getByRole('row', { name: /中正卫生院.*2024年4月10日.*卫生院搬迁/ }).waitFor();
  });

  it('moves a deadline for a kind of organisation, and running cases follow', async () => {
    const { page } = manager;
    await page.getByRole('tab', { name: '各项截止时间' }).click();
    await page.getByRole('button', { name: '调整 报送附件1' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('一类单位').click();
    await dialog.getByRole('combobox', { name: '一类单位' }).click();
    await page.getByTitle('基层医疗卫生机构').click();
    await dialog.getByText('顺延或提前').click();
    await dialog.getByRole('spinbutton').fill('5');
    await dialog.getByText('11 家单位从 2024年3月31日 改为 2024年4月5日').waitFor();
    await dialog.getByText('1 家另有延期，保持不变').waitFor();
    await dialog.getByLabel('调整理由').fill('清明假期');
    await dialog.getByRole('button', { name: '确认调整（11 家）' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const row = page.getByRole('row', { name: /报送附件1 志愿者登记/ });
    await row.getByText('基层医疗卫生机构：2024年4月5日').waitFor();
    await row.getByText(/^2024年4月5日 11 家/).waitFor();
  });

  it('keeps the rules of accessibility, also on a phone, where nothing is wider than the screen', async () => {
    expect(await violations(manager.page)).toEqual([]);
    const phone = await signedIn('manager', PHONE);
    await phone.page.goto(`${system.url}/deadlines`);
    await phone.page.getByText('各项截止时间').waitFor();
    expect(await violations(phone.page)).toEqual([]);
    expect(await isWithinScreen(phone.page)).toBe(true);
    await phone.context.close();
  });
});

describe('publishing', () => {
  let designer: Visitor;
  let other: Visitor;
  const publish = `/design/${PROGRAMME}/publish`;

  beforeAll(async () => {
    designer = await signedIn('designer');
    other = await signedIn('designer');
    await saveDraft(designer.page, ['Workflow', 'talent_pool'], ['within: P5WD', 'within: P7WD']);
  });
  afterAll(async () => {
    expect([...designer.complaints, ...other.complaints]).toEqual([]);
    await designer.context.close();
    await other.context.close();
  });

  it('tells in words what changes, how grave it is, and whom it touches', async () => {
    const { page } = designer;
    await page.goto(`${system.url}${publish}`);
    await page.getByText('时限从5个工作日改为7个工作日').waitFor();
    await page.getByText('截止时间、提醒、参数。在办事项的提醒').first().waitFor();
    await page.getByText('未发现问题').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('is not done on a draft that somebody else has changed meanwhile: the new difference is shown first', async () => {
    const { page } = designer;
    await saveDraft(other.page, ['Workflow', 'talent_pool'], ['within: P7WD', 'within: P6WD']);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByText('在您查看期间，草稿或数据有了变化').waitFor();
    await page.getByText('时限从5个工作日改为6个工作日').waitFor();
  });

  it('makes a version with a note, which stands in the record with all that changed', async () => {
    const { page } = designer;
    await page.getByLabel('发布说明').fill('审核时间放宽一天');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.getByRole('tab', { name: /发布记录/, selected: true }).waitFor();
    const first = page.locator('.publication').first();
    await first.getByText('审核时间放宽一天').waitFor();
    await first.getByText('已发布').waitFor();
    await first.getByText(/第 2 版/).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('is taken back by a publication of its own, looked at like any other', async () => {
    const { page } = designer;
    await page.getByRole('link', { name: '撤销这次发布' }).first().click();
    await page.getByText('时限从6个工作日改为5个工作日').waitFor();
    await page.getByRole('button', { name: '确认撤销' }).click();
    await page.getByText('撤销了一次发布').waitFor();
    await page.getByText('已撤销', { exact: true }).waitFor();
  });

  it('keeps every version: compared in words and side by side, and restored as a draft', async () => {
    const { page } = designer;
    await page.goto(`${system.url}/design/${PROGRAMME}/versions/Workflow/talent_pool`);
    await page.getByText('时限从6个工作日改为5个工作日').waitFor();
    await page.getByText('原文对比').click();
    await page.getByText('增加 1 行，删除 1 行').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '恢复为草稿 第 2 版' }).click();
    const question = page.getByRole('tooltip').filter({ hasText: '将第 2 版的文本存为草稿' });
    await question.getByRole('button', { name: '恢复为草稿' }).click();
    await page.getByText('已存为草稿').waitFor();
    await page.getByRole('link', { name: '去发布' }).click();
    await page.getByText('时限从5个工作日改为6个工作日').waitFor();
  });

  it('says of a change of structure that it takes a second person, and is held back while a state is missing', async () => {
    const { page } = designer;
    await saveDraft(page, ['Workflow', 'talent_pool'], ['\n  submitted:', '\n  received:']);
    await page.goto(`${system.url}${publish}`);
    // A draft with errors is not chosen by itself.
    await page.getByText('已选 0 项').waitFor();
    await page.getByRole('checkbox', { name: '全选' }).click();
    await page.getByText('增减或更名环节、操作。').first().waitFor();
    await page.getByText('处错误，改正后才能发布').waitFor();
    await page.getByRole('button', { name: '提交，等待第二人确认', disabled: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await saveDraft(page, ['Workflow', 'talent_pool'], ['\n  received:', '\n  submitted:']);
  });

  it('works on a phone', async () => {
    const phone = await signedIn('designer', PHONE);
    await phone.page.goto(`${system.url}${publish}`);
    await phone.page.getByText('时限从5个工作日改为6个工作日').waitFor();
    expect(await violations(phone.page)).toEqual([]);
    expect(await isWithinScreen(phone.page)).toBe(true);
    await phone.context.close();
  });
});
