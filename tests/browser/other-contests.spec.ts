import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { contest, type Contest, draft, endNow, pathOf, together } from '../api/ballots/contest.ts';
import { both, mark, type SeedBank, seedBank, seedIds, send } from '../api/judging/seed-bank.ts';
import { launchChromium, visitor, type Visitor } from '../support/chromium.ts';
import { aPerson } from '../support/people.ts';
import { isWithinScreen } from '../support/screen-width.ts';
import { signedIn } from '../support/signed-in.ts';
import { violations } from '../support/violations.ts';

/** Contests without codes on paper: of people who sign in, of everybody, and of judges alone. */

jest.setTimeout(120_000);

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const MEMBERS = 'kites-members';
const CROWD = 'kites-crowd';
const SEEDS = { bean: 0, maize: 1, onion: 2, pepper: 3 };

let system: Contest;
let bank: SeedBank;
let browser: Browser;
let ada: Visitor;
const complaints: string[][] = [];

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** The page keeps the rules of accessibility and its width, at a desk and on a phone, with the pointer on nothing. */
const isFitForAll = async (page: Page): Promise<void> => {
  const before = page.viewportSize() ?? DESK;
  await page.mouse.move(0, 0);
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    expect([size.width, await violations(page), await isWithinScreen(page)]).toEqual([size.width, [], true]);
  }
  await page.setViewportSize(before);
};

const person = async (account: string, size = DESK): Promise<Visitor> => {
  const one = await signedIn(browser, system.url, { account, size });
  complaints.push(one.complaints);
  return one;
};

const stranger = async (size = PHONE): Promise<Visitor> => {
  const one = await visitor(browser, size);
  complaints.push(one.complaints);
  return one;
};

/** From the choice to the receipt. */
const vote = async (page: Page, names: string[]): Promise<void> => {
  await title(page, '请选择');
  for (const name of names) await page.getByRole('checkbox', { name }).check();
  await press(page, '下一步');
  await title(page, '请确认');
  await press(page, '确认投票');
  await title(page, '投票成功');
};

/** Closed as if its time were over, and counted. */
const count = async (id: string): Promise<void> => {
  await endNow(bank.owner, id);
  await system.closing.closeDue();
  await system.ada.post(pathOf(id, '/seed'), { seed: '05 11 17' });
  expect((await system.ada.post(pathOf(id, '/tallies'), {})).status).toBe(201);
};

beforeAll(async () => {
  system = await contest();
  bank = await seedBank({ running: system });
  for (const account of ['mia', 'noa'])
    await aPerson(system.sql, account, [{ role: 'filler', programme: system.programmeId }]);
  const accounts = { kind: 'accounts' as const, roles: ['filler'] };
  await draft(system, MEMBERS, { rules: { electorate: accounts, ties: [{ lot: true }] } });
  const open = { kind: 'open' as const, limit: [{ per: 'device' as const, max: 1 }] };
  await draft(system, CROWD, { rules: { electorate: open, places: [], ties: [] } });
  browser = await launchChromium();
  ada = await person('ada');
});

afterAll(async () => {
  await browser.close();
  await bank.close();
});

describe('a vote of people who sign in', () => {
  let mia: Visitor;

  it('has its roll drawn up on the page of the contest', async () => {
    const { page } = ada;
    await page.goto(`${system.url}/contests/${MEMBERS}`);
    await press(page, '编制名册');
    await page.getByRole('heading', { name: '选民与投票码（2）' }).waitFor();
    await page.getByRole('button', { name: '重新编制' }).waitFor();
    await page.locator('[aria-current=step]', { hasText: '封存' }).waitFor();
    await isFitForAll(page);
    for (const action of ['seal', 'open']) expect((await together(system, MEMBERS, { action })).status).toBe(200);
  });

  it('leads those on its roll from any page to the booth and to a receipt, and shows itself to nobody else', async () => {
    await ada.page.goto(`${system.url}/contests`);
    await ada.page.getByRole('link', { name: 'The best kite' }).first().waitFor();
    expect(await ada.page.getByText('您可以投票').count()).toBe(0);
    await isFitForAll(ada.page);
    mia = await person('mia', PHONE);
    await mia.page.goto(`${system.url}/cases`);
    await mia.page.getByText('您可以投票').waitFor();
    await isFitForAll(mia.page);
    await press(mia.page, '去投票');
    await mia.page.getByRole('dialog', { name: '已领取投票码' }).getByText('投票站不知道您的账号').waitFor();
    await isFitForAll(mia.page);
    await press(mia.page, '进入投票站');
    await vote(mia.page, ['Kite 1', 'Kite 2']);
    expect(mia.page.url()).toBe(`${system.url}/vote/${MEMBERS}`);
    await isFitForAll(mia.page);
  });

  it('knows afterwards that she drew a code, and lets her look for her ballot', async () => {
    const { page } = mia;
    await page.getByRole('link', { name: '查询我的投票' }).click();
    await title(page, '我的投票已计入吗？');
    await isFitForAll(page);
    await page.goto(`${system.url}/cases`);
    await page.getByText('您已领取投票码').waitFor();
    await press(page, '去投票');
    await press(page, '进入投票站');
    await title(page, '这个投票码已经投过票');
  });

  it('leads her to the result once it is counted, which tells how many drew a code', async () => {
    const { page } = mia;
    await count(MEMBERS);
    await page.goto(`${system.url}/cases`);
    await page.getByRole('link', { name: '查看结果' }).click();
    await title(page, '投票结果');
    await page.getByText('名册上已领取').waitFor();
    await isFitForAll(page);
  });
});

describe('a vote of everybody', () => {
  const limit = '每个浏览器整个投票期间最多 1 票';

  it('is sealed with its limits in words, and without codes', async () => {
    const { page } = ada;
    await page.goto(`${system.url}/contests/${CROWD}`);
    await page.getByText(`${limit}，超出的单独列出`).waitFor();
    await page.getByText('任何人都可以投票，无需投票码').waitFor();
    await isFitForAll(page);
    for (const action of ['seal', 'open']) expect((await together(system, CROWD, { action })).status).toBe(200);
  });

  it('takes whoever comes, and the second ballot of one browser as the first', async () => {
    for (const names of [
      ['Kite 1', 'Kite 2'],
      ['Kite 2', 'Kite 3'],
    ]) {
      const { page, context } = await stranger();
      await page.goto(`${system.url}/vote/${CROWD}`);
      await vote(page, names);
      await isFitForAll(page);
      await press(page, '完成，并从本机清除');
      await title(page, '谢谢参与');
      if (names.includes('Kite 3')) {
        await page.goto(`${system.url}/vote/${CROWD}`);
        await vote(page, ['Kite 3', 'Kite 4']);
      }
      await context.close();
    }
  });

  it('tells its organisers nothing before it is counted, and totals alone afterwards', async () => {
    const { page } = ada;
    await page.reload();
    await page.getByRole('timer').waitFor();
    expect(await page.getByRole('heading', { name: '单独列出的票' }).count()).toBe(0);
    await count(CROWD);
    await page.reload();
    await page.getByText('收到 3 票，其中单独列出 1 票，计入 2 票（空白 0）').waitFor();
    await page.getByRole('heading', { name: '单独列出的票' }).waitFor();
    await page.getByRole('row', { name: new RegExp(`${limit}.* 1$`) }).waitFor();
    await page.getByRole('row', { name: /Kite 3 2 1/ }).waitFor();
    await isFitForAll(page);
  });

  it('shows both counts to everybody, apart', async () => {
    const { page } = await stranger();
    await page.goto(`${system.url}/results/${CROWD}`);
    await page.getByRole('heading', { name: '开放投票：两种票数' }).waitFor();
    await page.getByText(`${limit}：单独列出 1 票`).waitFor();
    await page.getByRole('row', { name: /^Kite 3 2 1$/ }).waitFor();
    await isFitForAll(page);
  });
});

describe('a contest that judges alone decide', () => {
  let isa: Visitor;
  let ids: string[] = [];
  let id = '';

  const idOf = (seed: keyof typeof SEEDS): string => ids[SEEDS[seed]] ?? '';
  const card = (page: Page, name: string) => page.locator('.judging-subjects .ant-card').filter({ hasText: name });

  it('is made of its case and sealed by two, without a word of codes', async () => {
    await send(bank);
    ids = await seedIds(bank);
    isa = await person('isa');
    const { page } = isa;
    await page.goto(`${system.url}/contests`);
    await isFitForAll(page);
    await page.getByRole('button', { name: '建立评选 Urteko hazirik ederrena' }).click();
    await page.getByText('不设投票，只按评委评分排名').waitFor();
    id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await page.locator('.contest-steps').innerText()).not.toContain('投票');
    expect(await page.getByRole('heading', { name: /投票码/ }).count()).toBe(0);
    await isFitForAll(page);
    expect(await both(bank, id, 'seal')).toBe(200);
    const { body } = await system.browser().get(`/api/elections/${id}`);
    expect(body['channel']).toBe('jury');
  });

  it('has no booth, and whoever comes to vote is told so', async () => {
    const { page } = await stranger();
    await page.goto(`${system.url}/vote/${id}`);
    await title(page, '这次评选不设投票');
    expect(await page.getByRole('textbox').count()).toBe(0);
    await isFitForAll(page);
    await page.getByRole('link', { name: '查看结果' }).click();
    await page.getByText('评委全部完成并计分之后').waitFor();
    await isFitForAll(page);
  });

  it('lets a judge mark on a phone, not the seed of the own village, and shows nothing of others before', async () => {
    expect((await mark(bank.kattalin, bank, idOf('maize'), [5, 7])).status).toBe(200);
    const { page } = await person('ane', PHONE);
    await page.goto(`${system.url}/cases/${bank.caseId}`);
    await page.getByText('在您完成自己的评审之前，看不到其他人的意见').waitFor();
    expect(await card(page, 'Babarrun gorria').getByRole('button', { name: '提交评审' }).count()).toBe(0);
    expect(await page.getByText(/人评分/).count()).toBe(0);
    await isFitForAll(page);
    const maize = card(page, 'Artoa');
    await maize.getByLabel(/Kolorea/).fill('6');
    await maize.getByLabel(/Zaporea/).fill('8');
    await maize.getByRole('button', { name: '提交评审' }).click();
    await page
      .getByRole('tooltip', { name: '提交后不能更改' })
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await maize.getByText('已完成').waitFor();
    await isFitForAll(page);
  });

  it('lets a judge step back from what concerns her', async () => {
    const { page } = await person('kattalin');
    await page.goto(`${system.url}/cases/${bank.caseId}`);
    const pepper = card(page, 'Piperra');
    await pepper.getByRole('button', { name: '申请回避' }).click();
    const asked = page.getByRole('tooltip', { name: '回避原因' });
    await asked.getByLabel('回避原因').fill('Nire lehengusuarena da');
    await asked.getByRole('button', { name: /确\s*定/ }).click();
    await pepper.getByRole('button', { name: '提交评审' }).waitFor({ state: 'detached' });
    await isFitForAll(page);
  });

  it('is counted once the last judge has finished, and shown to everybody without votes', async () => {
    for (const [judge, seed, marks] of [
      [bank.benat, 'bean', [8, 8]],
      [bank.kattalin, 'bean', [8, 8]],
      [bank.ane, 'onion', [7, 6]],
      [bank.benat, 'onion', [7, 6]],
      [bank.benat, 'pepper', [2, 3]],
      [bank.ane, 'pepper', [2, 3]],
    ] as const)
      expect((await mark(judge, bank, idOf(seed), [...marks])).status).toBe(200);
    const { page } = isa;
    await system.closing.closeDue();
    await page.reload();
    await page.getByLabel('公开抽取的数字').fill('7-7-7');
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByRole('button', { name: '计票', exact: true }).click();
    await page.getByRole('row', { name: /1\s*Babarrun gorria\s*24.*Urrezko hazia/ }).waitFor();
    await isFitForAll(page);
    expect(await both(bank, id, 'certify')).toBe(200);
    const { page: anybody } = await stranger();
    await anybody.goto(`${system.url}/results/${id}`);
    await anybody.getByRole('row', { name: /1 Babarrun gorria 24 Urrezko hazia 120/ }).waitFor();
    expect(await anybody.locator('main').innerText()).not.toContain('投票码');
    await isFitForAll(anybody);
    await page.goto(`${system.url}/contests/${id}/certificates`);
    await page.getByText('Urrezko hazia').first().waitFor();
    await isFitForAll(page);
    expect(complaints.flat()).toEqual([]);
  });
});
