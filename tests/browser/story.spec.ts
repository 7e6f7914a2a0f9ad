import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, visitor, type Visitor } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { runSystem, type RunningSystem } from '../support/running-system.ts';

/**
 * The whole story of a report in a real browser, on the shipped programme and the system as it starts: a new clerk signs
 * in, fills the register, submits; a reviewer returns it with a remark on one cell; she mends it; it is approved; the
 * overview shows it.
 */

const REGISTER = '志愿者登记（附件1）';
const HEADER = [
  '姓名',
  '性别',
  '年龄',
  '学历',
  '人员类型（可多选）',
  '是否参加过心理健康相关培训',
  '培训时间及内容',
  '工作单位/部门',
  '职务',
  '联系电话',
];
const ROWS = [
  HEADER,
  ['张三', '男', '35', '本科', '3', '是', '2023年9月，心理急救培训', '锦屏卫生院', '医生', '13800009001'],
  ['李四', '女', '20', '大专', '7', '否', '', '学前教育学院', '', '13800009002'],
];

let system: RunningSystem;
let browser: Browser;
let clerk: Visitor;
let reviewer: Visitor;
let oneTimePassword = '';
let caseAddress = '';

const enterDemonstration = async (page: Page, title: string): Promise<void> => {
  await page.goto(`${system.url}/sign-in`);
  await page.getByRole('button', { name: title }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/');
};

/** What the page says to its reader beside the form: told where a step does not come to what it should. */
const saidBy = async (page: Page): Promise<string> =>
  (await page.locator('.ant-alert, .ant-message-notice, .ant-modal, .case-facts').allInnerTexts()).join(' | ');

const stateOf = async (page: Page, text: string): Promise<void> => {
  try {
    await page.locator('.case-facts').getByText(text, { exact: true }).waitFor();
  } catch (cause) {
    throw new Error(`the case does not come to ${text}; the page says: ${await saidBy(page)}`, { cause });
  }
};

const confirm = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

const paste = async (page: Page, text: string): Promise<void> => {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
};

beforeAll(async () => {
  system = await runSystem({ DEMO: '1' });
  browser = await launchChromium();
  clerk = await visitor(browser);
  reviewer = await visitor(browser);
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

jest.setTimeout(180_000);

describe('a report, from the first sign-in to the overview', () => {
  it('the registrar makes an account for a clerk and gets a one-time password', async () => {
    const { page, context } = await visitor(browser);
    await enterDemonstration(page, '单位与人员管理员');
    await page.goto(`${system.url}/people`);
    await page.getByRole('button', { name: '添加人员' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('账号').fill('jinping.clerk');
    await dialog.getByLabel('姓名').fill('刘芳');
    await dialog.getByLabel('角色', { exact: true }).first().click();
    await page.getByTitle('填报人', { exact: true }).click();
    await dialog.getByLabel('单位').fill('锦屏');
    await page.getByTitle('锦屏卫生院').click();
    await dialog.getByRole('button', { name: '保存' }).click();
    oneTimePassword = (await page.getByRole('dialog').locator('code').innerText()).trim();
    expect(oneTimePassword.length).toBeGreaterThanOrEqual(10);
    await context.close();
  });

  it('the clerk signs in with it, must set a password of her own, and sees what she owes and by when', async () => {
    const { page } = clerk;
    await page.goto(system.url);
    await page.getByRole('textbox', { name: '账号' }).fill('jinping.clerk');
    await page.getByRole('textbox', { name: '密码' }).fill(oneTimePassword);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByLabel('当前密码').fill(oneTimePassword);
    await page.getByLabel('新密码', { exact: true }).fill('Camellia-2024-spring');
    await page.getByLabel('再次输入新密码').fill('Camellia-2024-spring');
    await page.getByRole('button', { name: '保存密码' }).click();
    const card = page.locator('.case-card', { hasText: REGISTER });
    await card.waitFor();
    await eventually(() => card.innerText(), expect.stringMatching(/2024年3月31日\s*还剩 6 天/));
  });

  it('a register without volunteers is not sent: the form says what is missing', async () => {
    const { page } = clerk;
    await page.locator('.case-card', { hasText: REGISTER }).getByRole('button').click();
    await page.waitForURL(/\/cases\//);
    caseAddress = new URL(page.url()).pathname;
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('需要改正').waitFor();
    await page.locator('.problems', { hasText: '联系电话' }).waitFor();
    await stateOf(page, '填报中');
  });

  it('she fills the head, pastes rows from Excel, and finds them again after the tab was closed', async () => {
    const { page, context } = clerk;
    await page.getByLabel('联系电话').first().fill('13800009000');
    await page.locator('[role=gridcell]').first().click();
    await paste(page, ROWS.map((row) => row.join('\t')).join('\n'));
    await confirm(page, '粘贴');
    await page.getByText('张三').waitFor();
    await page.getByText(/已自动保存/).waitFor();
    await page.close();
    clerk.page = await context.newPage();
    await clerk.page.goto(`${system.url}${caseAddress}`);
    await clerk.page.getByText('张三').waitFor();
    await eventually(() => clerk.page.getByLabel('联系电话').first().inputValue(), '13800009000');
  });

  it('a row that a rule is against is named with its cell; mended, the register is sent', async () => {
    const { page } = clerk;
    await page.getByRole('button', { name: '提交' }).click();
    await page
      .locator('.problems button', { hasText: /第\s*2\s*行/ })
      .first()
      .click();
    await page.locator('.roster-focused .roster-active').waitFor();
    await page.keyboard.type('学前教育');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '提交' }).click();
    await confirm(page, '提交');
    await stateOf(page, '待审核');
  });

  it('a reviewer finds it in the queue, sees phones masked, remarks on one cell and returns it', async () => {
    const { page } = reviewer;
    await enterDemonstration(page, '疾控中心审核员 赵敏');
    await page.goto(`${system.url}/review`);
    await page.getByRole('link', { name: '锦屏卫生院' }).click();
    await page.getByText('张*').waitFor();
    expect(await page.locator('.roster').innerText()).not.toContain('13800009001');
    await page.getByRole('button', { name: '接单' }).click();
    await page.getByRole('button', { name: '退回接单' }).waitFor();
    await page.getByRole('gridcell').getByText('2023年9月，心理急救培训').click();
    await page.getByRole('button', { name: '批注此格' }).click();
    await page.getByRole('dialog').getByLabel('批注内容').fill('请写明培训学时');
    await confirm(page, '添加批注');
    await page.getByText('请写明培训学时').first().waitFor();
    await page.getByRole('button', { name: '退回修改' }).click();
    await page.getByRole('dialog').getByLabel('信息不全').check();
    await page.getByRole('dialog').getByLabel('说明').fill('请按批注补充');
    await confirm(page, '退回修改');
    await stateOf(page, '填报中');
  });

  it('the clerk sees why, goes to the cell, mends it and sends it again', async () => {
    const { page } = clerk;
    await page.goto(`${system.url}/cases`);
    const card = page.locator('.case-card', { hasText: REGISTER }).filter({ hasText: '请按批注补充' });
    await card.getByRole('button', { name: '修改' }).click();
    const queries = page.getByRole('region', { name: '批注' });
    await queries.getByRole('button').first().click();
    await page.locator('.roster-focused .roster-active').waitFor();
    await page.keyboard.type('2023年9月，心理急救培训，16学时');
    await page.keyboard.press('Enter');
    await page.getByText(/已自动保存/).waitFor();
    await page.getByRole('button', { name: '提交' }).click();
    await confirm(page, '提交');
    await stateOf(page, '待审核');
  });

  it('the reviewer sees what changed and approves', async () => {
    const { page } = reviewer;
    await page.goto(`${system.url}${caseAddress}`);
    await page.getByRole('tab', { name: '修改对比' }).click();
    await page.locator('.difference').getByText('2023年9月，心理急救培训，16学时').waitFor();
    await eventually(() => page.locator('.difference tbody tr').count(), 1);
    await page.getByRole('button', { name: '通过', exact: true }).click();
    await confirm(page, '通过');
    await stateOf(page, '已通过');
  });

  it('the overview shows who has reported and who has not, and the history is whole', async () => {
    const { page } = reviewer;
    await page.goto(`${system.url}/board`);
    const row = page.getByRole('row', { name: /锦屏卫生院/ });
    await row.getByRole('link', { name: /志愿者登记.*已通过/ }).waitFor();
    const other = page.getByRole('row', { name: /板浦中心卫生院/ });
    await other.getByRole('link', { name: /志愿者登记.*未报送/ }).waitFor();
    const auditor = await visitor(browser);
    await enterDemonstration(auditor.page, '审计员');
    await auditor.page.goto(`${system.url}/audit`);
    await auditor.page.getByRole('button', { name: '完整性校验' }).click();
    await auditor.page.getByText(/记录完整/).waitFor();
    await auditor.context.close();
  });

  it('no page complained: neither errors nor violations of the content security policy', () => {
    expect([...clerk.complaints, ...reviewer.complaints]).toEqual([]);
  });
});
