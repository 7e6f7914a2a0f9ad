import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ballot, cast, contest, type Contest, open, pathOf, together, waitForEnd } from '../api/ballots/contest.ts';
import { type BuiltBooth, buildBooth } from '../support/built-booth.ts';
import { launchChromium, visitor } from '../support/chromium.ts';
import { eventually } from '../support/eventually.ts';
import { isWithinScreen } from '../support/screen-width.ts';
import { violations } from '../support/violations.ts';

jest.setTimeout(120_000);

const PHONE = { width: 360, height: 740 };
const ID = 'kites-by-phone';

let booth: BuiltBooth;
let system: Contest;
let browser: Browser;
let codes: string[];

const nextCode = (): string => codes.pop() ?? '';
const linkOf = (code: string, id = ID): string => `${system.url}/vote/${id}#${code}`;
const main = (page: Page) => page.locator('main').innerText();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

const chooseTwo = async (page: Page, names = ['Kite 1', 'Kite 2']): Promise<void> => {
  await heading(page, '请选择');
  for (const name of names) await page.getByRole('checkbox', { name }).check();
};

const votes = async (): Promise<number> => {
  const rows = await system.sql.transaction(async (sql) => {
    await sql.query('SET LOCAL ROLE NONE');
    return sql.query<{ n: number }>('SELECT count(*)::int AS n FROM vote_ballot_intake WHERE election_id = $1', [ID]);
  });
  return rows[0]?.n ?? -1;
};

beforeAll(async () => {
  booth = await buildBooth();
  system = await contest({}, { clientFolder: booth.folder });
  codes = await open(system, ID, { codes: 60 });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await system.close();
  await booth.remove();
});

describe('the booth on a phone', () => {
  it('takes a voter from the link on the slip to a receipt, readable by everybody at every step', async () => {
    const { page, context, complaints } = await visitor(browser, PHONE);
    await page.goto(linkOf(nextCode()));
    await heading(page, '请选择');
    expect(page.url()).not.toContain('#');
    expect(await main(page)).toContain('请选 2 至 3 项，须来自至少 2 个不同的组别；也可以一项都不选，投空白票。');
    expect([await violations(page), await isWithinScreen(page)]).toEqual([[], true]);
    await chooseTwo(page);
    await page.locator('.count', { hasText: '已选 2 / 3' }).waitFor();
    await press(page, '下一步');
    await heading(page, '请确认');
    expect([await violations(page), await isWithinScreen(page)]).toEqual([[], true]);
    await press(page, '确认投票');
    await heading(page, '投票成功');
    expect([await violations(page), await isWithinScreen(page)]).toEqual([[], true]);
    const download = page.waitForEvent('download');
    await press(page, '保存为图片');
    expect((await download).suggestedFilename()).toMatch(/^kites-by-phone-[0-9a-f]{8}\.png$/);
    await press(page, '复制文字');
    await page.getByText('已复制').first().waitFor({ state: 'attached' });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/tracker: [0-9a-f]{64}\nnonce: /);
    await press(page, '完成，并从本机清除');
    await eventually(() => page.evaluate(() => sessionStorage.length), 0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says what is wrong with a choice and sends nothing', async () => {
    const { page, context } = await visitor(browser, PHONE);
    const before = await votes();
    await page.goto(linkOf(nextCode()));
    await chooseTwo(page, ['Kite 1', 'Kite 4']);
    await press(page, '下一步');
    await page.getByRole('alert').filter({ hasText: '所选的须来自至少 2 个不同的组别' }).waitFor();
    await page.getByRole('checkbox', { name: 'Kite 4' }).uncheck();
    await press(page, '下一步');
    await page.getByRole('alert').filter({ hasText: '至少选 2 项' }).waitFor();
    await chooseTwo(page, ['Kite 2', 'Kite 3']);
    await page.getByRole('checkbox', { name: 'Kite 5' }).click();
    await page.getByRole('alert').filter({ hasText: '最多选 3 项' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Kite 5' }).isChecked()).toBe(false);
    expect(await votes()).toBe(before);
    await context.close();
  });

  it('can be used with the keyboard alone, in English', async () => {
    const { page, context } = await visitor(browser, PHONE);
    await page.goto(`${system.url}/vote/${ID}`);
    await press(page, 'English');
    await page.getByLabel('Voting code (24 characters)').focus();
    await page.keyboard.type(` ${nextCode().toLowerCase().replaceAll('-', '')} `);
    await page.keyboard.press('Enter');
    await heading(page, 'Choose');
    await page.getByRole('checkbox', { name: 'Kite 6' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('checkbox', { name: 'Kite 7' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await heading(page, 'Confirm');
    await eventually(() => page.evaluate(() => document.activeElement?.tagName), 'H1');
    await page.getByRole('button', { name: 'Cast my ballot' }).focus();
    await page.keyboard.press('Enter');
    await heading(page, 'Your ballot is in the box');
    await context.close();
  });

  it('shows entries in an order of its own in every tab, and keeps it there', async () => {
    const orders = new Set<string>();
    const read = (page: Page) => page.locator('.entries strong').allInnerTexts();
    for (let n = 0; n < 4; n += 1) {
      const { page, context } = await visitor(browser, PHONE);
      await page.goto(linkOf(codes[0] ?? ''));
      await heading(page, '请选择');
      const order = await read(page);
      await page.reload();
      await heading(page, '请选择');
      expect(await read(page)).toEqual(order);
      orders.add(order.join());
      await context.close();
    }
    expect(orders.size).toBeGreaterThan(1);
  });

  it('loses nothing when the network goes between the ballot and its answer, and counts it once', async () => {
    const { page, context } = await visitor(browser, PHONE);
    const before = await votes();
    await page.goto(linkOf(nextCode()));
    await chooseTwo(page);
    // The ballot arrives; the answer does not.
    let isLost = true;
    await page.route('**/ballots', async (route) => {
      if (!isLost) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await press(page, '下一步');
    await press(page, '确认投票');
    await page.getByText('网络不稳定').waitFor();
    await page.reload();
    await heading(page, '正在提交');
    isLost = false;
    await heading(page, '投票成功');
    expect(await main(page)).toContain('只计一次');
    expect(await votes()).toBe(before + 1);
    await context.close();
  });

  it('says that a code has voted, was revoked or is not known', async () => {
    const [used, revoked] = [nextCode(), nextCode()];
    await cast(system, ID, ballot(ID, used));
    await system.ada.post(pathOf(ID, '/revocations'), { code: revoked, replace: false });
    const { page, context } = await visitor(browser, PHONE);
    for (const [code, words] of [
      [used, '这个投票码已经投过票'],
      [revoked, '这个投票码已作废'],
      ['0123-4567-89AB-CDEF-GHJK-MNPQ', '这个投票码不能使用'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(linkOf(code));
      await heading(page, words);
      expect(await violations(page)).toEqual([]);
    }
    await context.close();
  });

  it('is right about the time, whatever the phone thinks it is', async () => {
    const { page, context } = await visitor(browser, PHONE);
    for (const hours of [-48, 48]) {
      await page.addInitScript((ms) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + ms;
      }, hours * 3_600_000);
      await page.goto('about:blank');
      await page.goto(linkOf(codes[0] ?? ''));
      await heading(page, '请选择');
    }
    await context.close();
  });

  it('asks for a code where the link has none, and says what a wrong one lacks', async () => {
    const { page, context } = await visitor(browser, PHONE);
    await page.goto(`${system.url}/vote/${ID}`);
    await heading(page, '请输入投票码');
    await page.getByLabel('投票码（24 位）').fill('abcd-efgh');
    await press(page, '继续');
    await page.getByRole('alert').filter({ hasText: '现在是 8 位' }).waitFor();
    expect([await violations(page), await isWithinScreen(page)]).toEqual([[], true]);
    const code = nextCode();
    await page.getByLabel('投票码（24 位）').fill(code.replaceAll('-', '').toLowerCase());
    expect(await page.getByLabel('投票码（24 位）').inputValue()).toBe(code);
    await context.close();
  });

  it('says so where there is no such election', async () => {
    const { page, context } = await visitor(browser, PHONE);
    await page.goto(`${system.url}/vote/no-such-one`);
    await heading(page, '没有这个投票');
    await context.close();
  });
});

describe('what a voter sees afterwards', () => {
  it('finds the ballot in the checkpoints, then the choice in the evidence, and the result', async () => {
    const id = 'kites-that-end';
    const [code = '', ...others] = await open(system, id, { codes: 30, lasts: 25_000 });
    const { page, context, complaints } = await visitor(browser, PHONE);
    await page.goto(linkOf(code, id));
    await chooseTwo(page);
    await press(page, '下一步');
    await press(page, '确认投票');
    await heading(page, '投票成功');
    await page.goto(`${system.url}/results/${id}`);
    await heading(page, '结果尚未公布');
    await page.goto(`${system.url}/vote/${id}/check`);
    await page.getByText('还没有公布').waitFor();
    for (const other of others.slice(0, 11)) await cast(system, id, ballot(id, other));
    await system.closing.checkpoint();
    await page.reload();
    await page.getByText('已计入：在第 1 个检查点中找到了您的查询号').waitFor();
    expect([await violations(page), await isWithinScreen(page)]).toEqual([[], true]);
    await waitForEnd(system, id);
    await system.closing.closeDue();
    await system.ada.post(pathOf(id, '/seed'), { seed: 'dice 4 2 6' });
    await system.ada.post(pathOf(id, '/tallies'), {});
    await page.reload();
    await page.getByText('查询号与随机数和选择相符').waitFor();
    expect(await main(page)).toContain('Kite 1\nKite 2');
    await page.goto(`${system.url}/results/${id}`);
    await heading(page, '投票结果');
    await page.getByText('初步结果，公示中').waitFor();
    expect(await page.getByRole('row', { name: 'Kite 1' }).first().innerText()).toContain('12');
    expect([await violations(page), await isWithinScreen(page)]).toEqual([[], true]);
    await together(system, id, { action: 'certify' });
    await page.reload();
    await page.getByText('最终结果，已由两人确认').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
